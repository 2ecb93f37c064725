using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>
/// A row: a message whose Response or Assertion carries a signature, and the code that must answer it;
/// <see cref="SamlErrorCode.None"/> when it must be accepted.
/// </summary>
internal sealed record SignatureVector(string Name, SamlErrorCode Expected, Func<SignaturePlacement, byte[]> Message)
{
    /// <summary>What the service provider trusts.</summary>
    public ServiceProvider ServiceProvider { get; init; } = new();

    /// <summary>
    /// Whether the signature is genuine, so that nothing but its form speaks against it: SignedXml verifies it.
    /// </summary>
    public bool IsGenuine { get; init; }

    /// <summary>A genuine message that is changed after it was signed.</summary>
    public static SignatureVector Changed(string name, SamlErrorCode expected, Func<string, string> change) =>
        new(name, expected, placement => SignedMessage.Change(SignedMessage.Mint(placement), change));

    /// <summary>A message that was signed in another way; the recipe gets the ID of the signed element.</summary>
    public static SignatureVector Signed(string name, SamlErrorCode expected, Func<string, SignatureRecipe> recipe) =>
        new(name, expected, placement => SignedMessage.Mint(placement, recipe(SignedMessage.IdOf(placement))));

    /// <summary>A message whose SignedInfo is another one, and was signed as it is.</summary>
    public static SignatureVector SignedInfo(string name, SamlErrorCode expected, Func<string, string> change) =>
        Signed(name, expected, _ => new SignatureRecipe { EditSignedInfo = text => SignedMessage.Change(text, change) });

    /// <summary>A message that was signed with other settings.</summary>
    public static SignatureVector Settings(
        string name, SamlErrorCode expected, SignatureSettings settings, TestIdentityProvider? signer = null) =>
        new(name, expected, placement => SignedMessage.Mint(placement, settings, signer));

    /// <summary>A message whose text is another one, and was signed as it is.</summary>
    public static SignatureVector Written(string name, SamlErrorCode expected, Func<string, string> change) =>
        new(name, expected, placement => Keys.Rsa.Sign(
            SignedMessage.Change(SignedMessage.Template.ToXml(), change), placement));

    public override string ToString() => Name;
}
