using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>
/// The trial permutations of wrapping: which assertion stands in the assertion's place, which Signature it and the
/// Response carry, and which further part stands at which other place. Made from a genuine message without a look at what
/// is sensible.
/// </summary>
internal static class WrappingPermutations
{
    private static readonly (string Name, Func<string, string, string> Insert)[] s_places =
    [
        ("first in the Response", (xml, part) => Behind(xml, "<saml2p:Response ", ">", part)),
        ("behind the Response's Issuer", (xml, part) => Behind(xml, "</saml2:Issuer", ">", part)),
        ("before the Status", (xml, part) => Before(xml, "<saml2p:Status ", part)),
        ("behind the Status", (xml, part) => Behind(xml, "</saml2p:Status", ">", part)),
        ("last in the Response", (xml, part) => BeforeLast(xml, "</saml2p:Response>", part)),
        ("in Extensions", (xml, part) => Before(xml, "<saml2p:Status ", $"<saml2p:Extensions>{part}</saml2p:Extensions>")),
        ("in Extensions without a namespace", (xml, part) => Before(xml, "<saml2p:Status ", $"<Extensions>{part}</Extensions>")),
        ("in an unknown element", (xml, part) => Before(xml, "<saml2p:Status ", $"<x>{part}</x>")),
        ("in the Response's Issuer", (xml, part) => Before(xml, "</saml2:Issuer>", part)),
        ("in StatusCode", (xml, part) => xml.Once("status:Success\"/>", $"status:Success\">{part}</saml2p:StatusCode>")),
        ("in StatusMessage", (xml, part) => Before(xml, "</saml2p:Status>", $"<saml2p:StatusMessage>{part}</saml2p:StatusMessage>")),
        ("in StatusDetail", (xml, part) => Before(xml, "</saml2p:Status>", $"<saml2p:StatusDetail>{part}</saml2p:StatusDetail>")),
        ("in the first Signature", (xml, part) => Before(xml, "</ds:Signature>", part)),
        ("first in the first Signature", (xml, part) => Behind(xml, "<ds:Signature ", ">", part)),
        ("in an Object", (xml, part) => Before(xml, "</ds:Signature>", $"<ds:Object>{part}</ds:Object>")),
        ("in KeyInfo", (xml, part) => Before(xml, "</ds:KeyInfo>", part)),
        ("in SignedInfo", (xml, part) => Before(xml, "</ds:SignedInfo>", part)),
        ("in an Object of the last Signature", (xml, part) => BeforeLast(xml, "</ds:Signature>", $"<ds:Object>{part}</ds:Object>")),
        ("first in the assertion", (xml, part) => Behind(xml, "<saml2:Assertion ", ">", part)),
        ("in the Subject", (xml, part) => Before(xml, "</saml2:Subject>", part)),
        ("in NameID", (xml, part) => Before(xml, "</saml2:NameID>", part)),
        ("in SubjectConfirmationData", (xml, part) => xml.Once("/></saml2:SubjectConfirmation>", $">{part}</saml2:SubjectConfirmationData></saml2:SubjectConfirmation>")),
        ("in Audience", (xml, part) => Before(xml, "</saml2:Audience>", part)),
        ("in Conditions", (xml, part) => Before(xml, "</saml2:Conditions>", part)),
        ("in an Advice", (xml, part) => Behind(xml, "</saml2:Conditions", ">", $"<saml2:Advice xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{part}</saml2:Advice>")),
        ("in AuthnContext", (xml, part) => Before(xml, "</saml2:AuthnContext>", part)),
        ("in an attribute", (xml, part) => Before(xml, "</saml2:Attribute>", part)),
        ("in an attribute value", (xml, part) => Before(xml, "</saml2:AttributeValue>", part)),
        ("last in the assertion", (xml, part) => BeforeLast(xml, "</saml2:Assertion>", part)),
    ];

    /// <summary>Each document with a name; those that a permutation cannot make are left out.</summary>
    public static IEnumerable<(string Name, string Xml)> Of(Genuine m)
    {
        foreach ((string main, string assertion) in Mains(m))
        {
            foreach ((string signed, string response) in Signed(m, assertion))
            {
                yield return ($"{main}, {signed}", response);
                foreach ((string part, string text) in Parts(m))
                {
                    foreach ((string place, Func<string, string, string> insert) in s_places)
                    {
                        if (TryInsert(response, text, insert) is { } xml)
                        {
                            yield return ($"{main}, {signed}, {part} {place}", xml);
                        }
                    }
                }
            }
        }
    }

    // What stands where the assertion belongs.
    private static IEnumerable<(string Name, string Xml)> Mains(Genuine m)
    {
        yield return ("the genuine assertion", m.Assertion);
        yield return ("nothing", "");
        yield return ("a forged assertion", m.Evil);
        yield return ("a forged assertion with the ID", m.EvilWithSameId);
        yield return ("a forged assertion with the Signature", WithSignature(m.Evil, m.Signature));
        yield return ("a forged assertion with the ID and the Signature", WithSignature(m.EvilWithSameId, m.Signature));
    }

    // What becomes of the Response's own Signature.
    private static IEnumerable<(string Name, string Xml)> Signed(Genuine m, string assertion)
    {
        string response = m.Xml.Once(m.Assertion, assertion);
        yield return ("the Response as it was", response);
        yield return ("the Response under another ID", response.Once($"ID=\"{ResponseId}\"", "ID=\"_evil_response_ID\""));
        yield return m.ResponseSignature.Length > 0
            ? ("the Response's Signature gone", response.Once(m.ResponseSignature, ""))
            : ("the assertion's Signature in the Response", Before(response, "<saml2p:Status ", m.AssertionSignature));
    }

    private static IEnumerable<(string Name, string Xml)> Parts(Genuine m)
    {
        yield return ("the genuine assertion", m.Assertion);
        yield return ("the genuine assertion unsigned", m.UnsignedAssertion);
        yield return ("a forged assertion", m.Evil);
        yield return ("a forged assertion with the ID", m.EvilWithSameId);
        yield return ("the Signature", m.Signature);
        yield return ("the genuine Response", m.Response);
        yield return ("the genuine Response unsigned", m.UnsignedResponse);
    }

    private static string WithSignature(string assertion, string signature) =>
        Behind(assertion, "</saml2:Issuer", ">", signature);

    private static string? TryInsert(string xml, string part, Func<string, string, string> insert)
    {
        try
        {
            return insert(xml, part);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Before(string xml, string text, string added) => xml.Once(text, added + text);

    private static string BeforeLast(string xml, string text, string added)
    {
        int start = xml.LastIndexOf(text, StringComparison.Ordinal);
        return start < 0 ? throw new InvalidOperationException() : xml.Insert(start, added);
    }

    private static string Behind(string xml, string start, string end, string added)
    {
        int from = xml.IndexOf(start, StringComparison.Ordinal);
        int to = from < 0 ? -1 : xml.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? throw new InvalidOperationException() : xml.Insert(to + end.Length, added);
    }
}
