using System.Text;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Signatures;

/// <summary>Messages with one signature, of the Response or of the Assertion, and changes to them.</summary>
internal static class SignedMessage
{
    public const string ResponseId = "id100";
    public const string AssertionId = "id200";
    public const string UserId = "jane.doe@example.com";

    public static ResponseTemplate Template { get; } = new()
    {
        ResponseId = ResponseId,
        AssertionId = AssertionId,
        IssueInstant = ServiceProvider.Now,
        NameId = UserId,
    };

    public static string IdOf(SignaturePlacement placement) =>
        placement == SignaturePlacement.Response ? ResponseId : AssertionId;

    public static byte[] Mint(
        SignaturePlacement placement, SignatureSettings? settings = null, TestIdentityProvider? signer = null) =>
        (signer ?? Keys.Rsa).Mint(Template, placement, settings);

    /// <summary>Signs the element that the placement means in another way than the usual.</summary>
    public static byte[] Mint(SignaturePlacement placement, SignatureRecipe recipe, string? xml = null) =>
        Keys.Rsa.SignElement(xml ?? Template.ToXml(), IdOf(placement), recipe);

    /// <summary>A message with a change, which must be one: a vector that changes nothing tests nothing.</summary>
    public static byte[] Change(byte[] message, Func<string, string> change) =>
        Encoding.UTF8.GetBytes(Change(Encoding.UTF8.GetString(message), change));

    public static string Change(string text, Func<string, string> change)
    {
        string changed = change(text);
        return changed != text ? changed : throw new InvalidOperationException("The change changes nothing.");
    }
}
