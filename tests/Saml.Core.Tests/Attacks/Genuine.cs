using System.Text;
using System.Text.RegularExpressions;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// A genuinely signed message and its parts as they stand in its text. Attacks put them together anew; a part that a
/// signature covers stays what it is, octet by octet. Every part declares the namespaces that it uses.
/// </summary>
internal sealed partial class Genuine
{
    public const string UserId = SignedMessage.UserId;
    public const string VictimId = "admin@victim.example";
    public const string ResponseId = SignedMessage.ResponseId;
    public const string AssertionId = SignedMessage.AssertionId;
    public const string EvilId = "_evil_assertion_ID";

    private static readonly Dictionary<SignaturePlacement, Genuine> s_all =
        Bases.All.Placements().ToDictionary(placement => placement, placement => new Genuine(placement));

    private Genuine(SignaturePlacement placement)
        : this(placement, Encoding.UTF8.GetString(SignedMessage.Mint(placement)))
    {
    }

    private Genuine(SignaturePlacement placement, string xml)
    {
        Placement = placement;
        Xml = xml;
        Response = xml[xml.IndexOf("<saml2p:Response", StringComparison.Ordinal)..];
        Assertion = AssertionElement().Match(xml).Value;
        AssertionSignature = SignatureElement().Match(Assertion).Value;
        ResponseSignature = SignatureElement().Match(xml.Replace(Assertion, "", StringComparison.Ordinal)).Value;
        UnsignedAssertion = Without(Assertion, AssertionSignature);
        UnsignedResponse = Without(Response, ResponseSignature);
    }

    public SignaturePlacement Placement { get; }

    /// <summary>The whole message, with its XML declaration.</summary>
    public string Xml { get; }

    /// <summary>The Response: R.</summary>
    public string Response { get; }

    /// <summary>The Response without its own Signature: R°.</summary>
    public string UnsignedResponse { get; }

    /// <summary>The Assertion with its own Signature where it has one: A.</summary>
    public string Assertion { get; }

    /// <summary>The Assertion without its own Signature: A°.</summary>
    public string UnsignedAssertion { get; }

    /// <summary>The Response's Signature, or nothing: SR.</summary>
    public string ResponseSignature { get; }

    /// <summary>The Assertion's Signature, or nothing: SA.</summary>
    public string AssertionSignature { get; }

    /// <summary>The Signature closest to the assertion.</summary>
    public string Signature => AssertionSignature.Length > 0 ? AssertionSignature : ResponseSignature;

    /// <summary>The forged assertion, unsigned and with an ID of its own: E.</summary>
    public string Evil => Renamed(EvilWithSameId);

    /// <summary>The forged assertion, unsigned and with the genuine one's ID.</summary>
    public string EvilWithSameId => Forge(UnsignedAssertion);

    public static Genuine Of(SignaturePlacement placement) => s_all[placement];

    /// <summary>The same text about somebody else.</summary>
    public static string Forge(string xml) =>
        xml.Replace(UserId, VictimId, StringComparison.Ordinal).Once(">agent, supervisor<", ">admin<");

    /// <summary>An assertion under the forged ID.</summary>
    public static string Renamed(string assertion) => assertion.Once($"ID=\"{AssertionId}\"", $"ID=\"{EvilId}\"");

    /// <summary>The message with one part of it replaced.</summary>
    public string With(string part, string replacement) => Xml.Once(part, replacement);

    /// <summary>The message with something before a part.</summary>
    public string Before(string part, string added) => Xml.Once(part, added + part);

    /// <summary>The message with something behind a part.</summary>
    public string Behind(string part, string added) => Xml.Once(part, part + added);

    /// <summary>The part with an element added as its last child.</summary>
    public static string Append(string part, string added) =>
        part.Insert(part.LastIndexOf("</", StringComparison.Ordinal), added);

    private static string Without(string part, string signature) =>
        signature.Length == 0 ? part : part.Once(signature, "");

    [GeneratedRegex("<saml2:Assertion .*</saml2:Assertion>", RegexOptions.Singleline)]
    private static partial Regex AssertionElement();

    [GeneratedRegex("<ds:Signature .*?</ds:Signature>", RegexOptions.Singleline)]
    private static partial Regex SignatureElement();
}
