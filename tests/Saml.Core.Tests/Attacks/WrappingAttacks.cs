using Saml.Core.Testing;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group XSW: what is verified is not what is read (Somorovsky and others, "On Breaking SAML", 2012).</summary>
internal static class WrappingAttacks
{
    private const string Object = "<ds:Object xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">";
    private const string Extensions = "<saml2p:Extensions>";
    private const string EndOfExtensions = "</saml2p:Extensions>";
    private const string Status = "<saml2p:Status ";
    private const string EndOfStatusCode = "Success\"/>";
    private const string EvilResponseId = "_evil_response_ID";

    public static IReadOnlyList<Attack> All { get; } =
    [
        // The eight of SAML Raider.
        .. Changed(Bases.WithSignedResponse, "XSW-1", "the genuine Response inside its own Signature", DuplicateId,
            m => EvilResponse(m, Append(m.ResponseSignature, m.UnsignedResponse))),
        .. Changed(Bases.WithSignedResponse, "XSW-1", "the same, the forged assertion under another ID", UnexpectedElement,
            m => Renamed(EvilResponse(m, "")).Once(Status, Append(m.ResponseSignature, m.UnsignedResponse) + Status)),
        .. Changed(Bases.WithSignedResponse, "XSW-2", "the genuine Response before its Signature", DuplicateId,
            m => EvilResponse(m, m.UnsignedResponse + m.ResponseSignature), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedResponse, "XSW-2", "the same, the forged assertion under another ID", UnexpectedElement,
            m => Renamed(EvilResponse(m, "")).Once(Status, m.UnsignedResponse + m.ResponseSignature + Status), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-3", "a forged assertion before the signed one", MultipleAssertions,
            m => m.Before(m.Assertion, m.Evil), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-4", "the signed assertion inside a forged one", UnexpectedElement,
            m => m.With(m.Assertion, Append(m.Evil, m.Assertion)), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-5", "a forged assertion with the Signature, the genuine one behind it", MultipleAssertions,
            m => m.With(m.Assertion, Renamed(Forge(m.Assertion)) + m.UnsignedAssertion), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-6", "the genuine assertion inside the Signature of a forged one", UnexpectedElement,
            m => m.With(m.Assertion, Renamed(Forge(m.Assertion)).Once(m.AssertionSignature, Append(m.AssertionSignature, m.UnsignedAssertion)))),
        .. Changed(Bases.WithSignedAssertion, "XSW-7", "a forged assertion with the same ID in Extensions without a namespace", DuplicateId,
            m => m.Before(m.Assertion, $"<Extensions>{m.EvilWithSameId}</Extensions>"), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-7", "a forged assertion with the same ID in Extensions", DuplicateId,
            m => InExtensions(m.Xml, m.EvilWithSameId), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-8", "the genuine assertion in an Object of a forged one with the same ID", DuplicateId,
            m => m.With(m.Assertion, Forge(m.Assertion).Once(m.AssertionSignature, Append(m.AssertionSignature, $"{Object}{m.UnsignedAssertion}</ds:Object>"))),
            Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-8", "the same with an Object without a namespace", DuplicateId,
            m => m.With(m.Assertion, Forge(m.Assertion).Once(m.AssertionSignature, Append(m.AssertionSignature, $"<Object>{m.UnsignedAssertion}</Object>")))),

        // Other places for the two assertions.
        .. Changed(Bases.WithSignedAssertion, "XSW-9", "a forged assertion behind the signed one", MultipleAssertions,
            m => m.Behind(m.Assertion, m.EvilWithSameId.Once(AssertionId, AssertionId + "_attack")), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-10", "the genuine assertion in Extensions, its Signature in a forged one with the same ID", DuplicateId,
            m => InExtensions(m.With(m.Assertion, Forge(m.Assertion)), m.UnsignedAssertion), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-11", "the genuine assertion in StatusDetail", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil).Once(EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusDetail>{m.Assertion}</saml2p:StatusDetail>"),
            Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-12", "the genuine assertion in SubjectConfirmationData", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil.Once("/></saml2:SubjectConfirmation>", $">{m.Assertion}</saml2:SubjectConfirmationData></saml2:SubjectConfirmation>")),
            Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "XSW-13", "the genuine assertion in an Advice", NothingSigned,
            m => m.With(m.Assertion, Advise(m.Evil, m.Assertion)), Control.NaiveVerifier),
        .. Changed(Bases.Both, "XSW-13", "the genuine assertion in an Advice", SignatureMisplaced,
            m => m.With(m.Assertion, Advise(m.Evil, m.Assertion)), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-13", "the genuine assertion without its Signature in an Advice", NothingSigned,
            m => m.With(m.Assertion, Advise(m.Evil, m.UnsignedAssertion)).Without(m.ResponseSignature)),
        .. Written(Bases.All, "XSW-14", "a forged assertion in the Advice of the genuine one, signed so", None,
            xml => Advise(xml, Of(SignaturePlacement.Response).Evil)),
        .. Changed(Bases.WithSignedAssertion, "XSW-15", "the genuine assertion in an attribute value", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil.Once("</saml2:AttributeValue>", m.Assertion + "</saml2:AttributeValue>")), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-16", "the genuine assertion in KeyInfo", UnexpectedElement,
            m => m.With(m.Assertion, Renamed(Forge(m.Assertion)).Once("</ds:KeyInfo>", m.UnsignedAssertion + "</ds:KeyInfo>")), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-16", "the genuine assertion in X509Data", UnexpectedElement,
            m => m.With(m.Assertion, Renamed(Forge(m.Assertion)).Once("</ds:X509Data>", m.UnsignedAssertion + "</ds:X509Data>"))),
        .. Changed(Bases.All, "XSW-17", "the genuine Response in the Issuer of another one", UnexpectedElement,
            m => m.With(m.Response, Outer(m, $"https://attacker.example{m.Response}", m.Evil)), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-18", "the genuine assertion in NameID", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil.Once("</saml2:NameID>", m.Assertion + "</saml2:NameID>")), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-18", "the genuine assertion in Audience", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil.Once("</saml2:Audience>", m.Assertion + "</saml2:Audience>")), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-18", "the genuine assertion in StatusMessage", UnexpectedElement,
            m => m.With(m.Assertion, m.Evil).Once(EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusMessage>{m.Assertion}</saml2p:StatusMessage>"),
            Control.NaiveVerifier),

        // The Signature somewhere else.
        .. Changed(Bases.Assertion, "XSW-19", "the assertion's Signature moved to the Response", ReferenceTargetMismatch,
            m => m.With(m.Assertion, m.UnsignedAssertion).Once(Status, m.AssertionSignature + Status)),
        .. Changed(Bases.Assertion, "XSW-19", "the same with a forged assertion first", MultipleAssertions,
            m => m.With(m.Assertion, m.Evil + m.UnsignedAssertion).Once(Status, m.AssertionSignature + Status)),
        .. Changed(Bases.WithSignedAssertion, "XSW-20", "the Signature copied to StatusDetail, another one in the forged assertion", SignatureMisplaced,
            m => m.With(m.Assertion, Forge(m.Assertion).Once("</ds:SignatureValue>", "AAAA</ds:SignatureValue>"))
                .Once(EndOfStatusCode, $"{EndOfStatusCode}<saml2p:StatusDetail>{m.AssertionSignature}</saml2p:StatusDetail>")),
        .. Signed("XSW-21", "the Response's Signature refers to the assertion", ReferenceTargetMismatch,
            AssertionId, new() { ParentId = ResponseId, References = [ReferenceRecipe.To(AssertionId)] }),
        .. Signed("XSW-22", "the assertion's Signature refers to the Response", ReferenceTargetMismatch,
            ResponseId, new() { ParentId = AssertionId, References = [ReferenceRecipe.To(ResponseId)] }),
        .. SignedPart("the Issuer", "<saml2:Issuer "),
        .. SignedPart("the Status", "<saml2p:Status "),
        .. SignedPart("the Subject", "<saml2:Subject "),
        .. SignedPart("the attributes", "<saml2:AttributeStatement "),
        .. Written(Bases.Response, "XSW-24", "two assertions, both signed by the genuine key", MultipleAssertions, TwoSigned, Control.NaiveVerifier),

        // Something genuine that is no assertion.
        new("XSW-25", "a signed error Response, an assertion in a second Signature with its value", UnexpectedElement)
        {
            Message = () => Octets(ParkInDecoy(SignedError())),
            Twin = () => Octets(Of(SignaturePlacement.Response).Xml),
        },
        .. Changed(Bases.WithSignedResponse, "XSW-26", "a forged assertion in the Response's Signature", UnexpectedElement,
            m => m.With(m.ResponseSignature, Append(m.ResponseSignature, $"{Object}{m.Evil}</ds:Object>")), Control.NaiveVerifier),
        new("XSW-26", "a forged assertion in the Signature of a signed error", UnexpectedElement)
        {
            Message = () => Octets(ParkInSignature(SignedError())),
            Twin = () => Octets(Of(SignaturePlacement.Response).Xml),
            Control = Control.NaiveVerifier,
        },
        .. Foreign("XSW-27", "signed metadata", "EntityDescriptor", "urn:oasis:names:tc:SAML:2.0:metadata"),
        .. Foreign("XSW-28", "a signed LogoutResponse", "LogoutResponse", "urn:oasis:names:tc:SAML:2.0:protocol"),
        .. Foreign("XSW-28", "a signed ArtifactResponse", "ArtifactResponse", "urn:oasis:names:tc:SAML:2.0:protocol"),
        .. Changed(Bases.WithSignedAssertion, "XSW-28", "a LogoutRequest with the signed assertion", UnexpectedMessageType,
            m => Root(m, "saml2p:LogoutRequest"), Control.NaiveVerifier),

        // The document element.
        .. Changed(Bases.WithSignedAssertion, "XSW-29", "a bare assertion", UnexpectedMessageType, m => m.Assertion, Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-29", "a SOAP envelope, the signed assertion in its header, a forged one in its body", UnexpectedMessageType,
            m => $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header>{m.Assertion}</s:Header><s:Body>{m.Evil}</s:Body></s:Envelope>",
            Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-29", "an ArtifactResponse", UnexpectedMessageType, m => Root(m, "saml2p:ArtifactResponse"), Control.NaiveVerifier),
        .. Changed(Bases.All, "XSW-29", "an ArtifactResponse around the Response", UnexpectedMessageType,
            m => $"<saml2p:ArtifactResponse xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\">{m.Response}</saml2p:ArtifactResponse>", Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-29", "a LogoutResponse", UnexpectedMessageType, m => Root(m, "saml2p:LogoutResponse"), Control.NaiveVerifier),
        .. Changed(Bases.All, "XSW-30", "a second, forged root behind", MalformedXml, m => m.Xml + EvilResponse(m, "")[m.Xml.IndexOf("<saml2p:", StringComparison.Ordinal)..]),
        .. Changed(Bases.All, "XSW-30", "a second, forged root before", MalformedXml, m => EvilResponse(m, "") + m.Response),

        // Identifiers and names.
        .. Changed(Bases.WithSignedAssertion, "XSW-31", "another element with the assertion's ID before it", DuplicateId,
            m => m.Before(m.Assertion, $"<x ID=\"{AssertionId}\"/>"), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-31", "another element with the assertion's ID behind it", DuplicateId,
            m => m.Behind(m.Assertion, $"<x ID=\"{AssertionId}\"/>"), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-31", "another element with the assertion's ID in Extensions", DuplicateId,
            m => InExtensions(m.Xml, $"<x ID=\"{AssertionId}\"/>"), Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "XSW-32", "the Response's ID is the assertion's", DuplicateId,
            m => m.With($"ID=\"{ResponseId}\"", $"ID=\"{AssertionId}\""), Control.NaiveVerifier),
        .. Changed(Bases.WithSignedAssertion, "XSW-33", "an Assertion of another namespace before the genuine one", UnexpectedElement,
            m => m.Before(m.Assertion, m.Evil.Replace("saml2:", "evil:").Replace("xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\"", "xmlns:evil=\"urn:evil\"")),
            Control.NaiveVerifier),
        .. Changed(Bases.Assertion, "XSW-33", "the Signature in another namespace", UnexpectedElement,
            m => m.With(m.AssertionSignature, m.AssertionSignature.Once("http://www.w3.org/2000/09/xmldsig#\"", "urn:evil:xmldsig\""))),
        .. Renaming("samlp:Assertion", "saml2:Assertion", "saml2p:Assertion"),
        .. Renaming("assertion", "saml2:Assertion", "saml2:assertion"),
        .. Namespace("in another case", UnexpectedElement, "urn:oasis:names:tc:SAML:2.0:Assertion"),
        .. Namespace("with a blank behind", NamespaceNotAllowed, "urn:oasis:names:tc:SAML:2.0:assertion "),
        .. Namespace("with a slash behind", UnexpectedElement, "urn:oasis:names:tc:SAML:2.0:assertion/"),
        .. Changed(Bases.All, "XSW-35", "the genuine Response in the Extensions of a new one", UnexpectedElement,
            m => m.With(m.Response, Outer(m, TestIdentityProvider.ExampleEntityId, m.Evil).Once(Status, $"{Extensions}{m.Response}{EndOfExtensions}{Status}")),
            Control.NaiveVerifier),
    ];

    private static byte[] Octets(string xml) => System.Text.Encoding.UTF8.GetBytes(xml);

    private static string Without(this string xml, string part) => part.Length == 0 ? xml : xml.Once(part, "");

    private static string InExtensions(string xml, string content) =>
        xml.Once(Status, $"{Extensions}{content}{EndOfExtensions}{Status}");

    private static string Advise(string assertion, string content) =>
        assertion.Once("</saml2:Conditions>", $"</saml2:Conditions><saml2:Advice xmlns:saml2=\"urn:oasis:names:tc:SAML:2.0:assertion\">{content}</saml2:Advice>");

    // The Response about the victim, under another ID, with something where its Signature was.
    private static string EvilResponse(Genuine m, string signature) =>
        Forge(m.Xml.Without(m.ResponseSignature)).Once($"ID=\"{ResponseId}\"", $"ID=\"{EvilResponseId}\"")
            .Once(Status, signature + Status);

    private static string Outer(Genuine m, string issuer, string assertion) =>
        m.UnsignedResponse.Once(m.Assertion, assertion).Once($"ID=\"{ResponseId}\"", "ID=\"_malicious_outer\"")
            .Once($">{TestIdentityProvider.ExampleEntityId}<", $">{issuer}<");

    private static string Root(Genuine m, string name) => m.Response.Replace("saml2p:Response", name);

    private static IEnumerable<Attack> Signed(
        string row, string name, SamlErrorCode expected, string id, SignatureRecipe recipe) =>
        [
            new Attack(row, name, expected)
            {
                Message = () => Signatures.Keys.Rsa.SignElement(Signatures.SignedMessage.Template.ToXml(), id, recipe),
                Twin = () => Octets(Of(SignaturePlacement.Assertion).Xml),
                Control = Control.NaiveVerifier,
            },
        ];

    // Only a part is signed, which got an ID for it; everything else is the attacker's.
    private static IEnumerable<Attack> SignedPart(string name, string tag)
    {
        foreach (string parent in new[] { ResponseId, AssertionId })
        {
            yield return new Attack("XSW-23", $"only {name} is signed, its Signature is a child of {parent}", ReferenceTargetMismatch)
            {
                Message = () => Signatures.Keys.Rsa.SignElement(
                    Signatures.SignedMessage.Template.ToXml().Once(tag, $"{tag}ID=\"part\" "),
                    "part",
                    new SignatureRecipe { ParentId = parent, Position = SignaturePosition.Last }),
                Twin = () => Octets(Of(SignaturePlacement.Assertion).Xml),
                Control = Control.NaiveVerifier,
            };
        }
    }

    private static string TwoSigned(string xml)
    {
        Genuine genuine = Of(SignaturePlacement.Assertion);
        byte[] second = Signatures.Keys.Rsa.SignElement(genuine.Evil, EvilId);
        return xml.Once(genuine.UnsignedAssertion, genuine.Assertion + System.Text.Encoding.UTF8.GetString(second));
    }

    private static string SignedError()
    {
        string error = Signatures.SignedMessage.Template.ToXml().Once("status:Success", "status:Requester");
        int start = error.IndexOf("<saml2:Assertion", StringComparison.Ordinal);
        int end = error.IndexOf("</saml2p:Response>", StringComparison.Ordinal);
        return System.Text.Encoding.UTF8.GetString(
            Signatures.Keys.Rsa.Sign(error.Remove(start, end - start), SignaturePlacement.Response));
    }

    private static string ParkInDecoy(string error)
    {
        string signature = Signatures.SignatureText.Element(error, "Signature");
        string value = Signatures.SignatureText.Element(error, "SignatureValue");
        string decoy = $"<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">{value}{Object}{Of(SignaturePlacement.Response).Evil}</ds:Object></ds:Signature>";
        return error.Once(signature, signature + decoy);
    }

    private static string ParkInSignature(string error)
    {
        string signature = Signatures.SignatureText.Element(error, "Signature");
        return error.Once(signature, Append(signature, $"{Object}{Of(SignaturePlacement.Response).Evil}</ds:Object>"));
    }

    // A message of another type by the same key: in Extensions beside a forged assertion, and its Signature in the Response.
    private static IEnumerable<Attack> Foreign(string row, string name, string type, string namespaceName)
    {
        string xml = $"<f:{type} xmlns:f=\"{namespaceName}\" ID=\"_foreign\" Version=\"2.0\"/>";
        Lazy<string> signed = new(() => System.Text.Encoding.UTF8.GetString(
            Signatures.Keys.Rsa.SignElement(xml.Once("/>", $"></f:{type}>"), "_foreign", null, new SignatureSettings { PrefixList = null })));
        yield return new Attack(row, $"{name} in Extensions, the assertion forged", NothingSigned)
        {
            Message = () => Octets(InExtensions(ForgedWithoutSignature(), signed.Value)),
            Twin = () => Octets(Of(SignaturePlacement.Response).Xml),
            Control = Control.NaiveVerifier,
        };
        yield return new Attack(row, $"{name} in Extensions, its Signature in the Response, the assertion forged", ReferenceTargetMismatch)
        {
            Message = () => Octets(InExtensions(ForgedWithoutSignature(), xml)
                .Once(Extensions, Signatures.SignatureText.Element(signed.Value, "Signature") + Extensions)),
            Twin = () => Octets(Of(SignaturePlacement.Response).Xml),
        };

        static string ForgedWithoutSignature() => Forge(Signatures.SignedMessage.Template.ToXml());
    }

    private static IEnumerable<Attack> Renaming(string name, string old, string replacement) =>
        Changed(Bases.Assertion, "XSW-34", $"the assertion named {name}", UnexpectedElement,
            m => m.Xml.Replace($"<{old}", $"<{replacement}").Replace($"</{old}", $"</{replacement}"));

    private static IEnumerable<Attack> Namespace(string name, SamlErrorCode expected, string namespaceName)
    {
        string genuine = Of(SignaturePlacement.Response).UnsignedAssertion;
        string other = genuine.Replace("urn:oasis:names:tc:SAML:2.0:assertion\"", $"{namespaceName}\"");
        yield return new Attack("XSW-34", $"the assertion's namespace {name}", expected)
        {
            Message = () => Signatures.Keys.Rsa.SignElement(
                Signatures.SignedMessage.Template.ToXml().Once(genuine, other), AssertionId),
            Twin = () => Octets(Of(SignaturePlacement.Assertion).Xml),
            Control = Control.NaiveVerifier,
        };
    }
}
