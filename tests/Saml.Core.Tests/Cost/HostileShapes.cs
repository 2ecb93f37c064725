using System.Text;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Cost;

/// <summary>The table of hostile shapes. A shape of size n has about n octets of what is hostile about it.</summary>
internal static class HostileShapes
{
    private const string Bearer = "Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\"";

    // Without the x that two reserved prefixes begin with.
    private const string Letters = "abcdefghijklmnopqrstuvwyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // Nearly the longest namespace name, so that each comparison of two that differ at their ends is dear.
    private static readonly string s_longUri = "urn:" + new string('n', 8_000);

    public static IReadOnlyList<HostileShape> All { get; } =
    [
        // Depth.
        In("RX-1", "nesting without end", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = Times(Math.Max(size / 3, 66_000), _ => "<a>") }),
        In("RX-1", "nesting, in Extensions", XmlLimitExceeded, None,
            size => new() { Extensions = Nest(Depth(size), Padded("a", size)) }),
        In("RX-1", "nesting, in AttributeValue", XmlLimitExceeded, None,
            size => new() { Attributes = HostileMessage.Attribute("deep", Nest(Depth(size), Padded("a", size))) }),
        In("RX-1", "nesting, in KeyInfo", XmlLimitExceeded, None,
            size => new() { KeyInfo = Nest(Depth(size), Padded("a", size)) }),
        In("RX-1", "nesting, in Object", XmlLimitExceeded, ObjectOrManifestNotAllowed,
            size => new() { Object = $"<d:Object>{Nest(Depth(size), Padded("a", size))}</d:Object>" }),
        In("RX-1", "nesting, each level declares the prefix anew", XmlLimitExceeded, None,
            size => new() { Extensions = Nest(Math.Min(size / 32, 65_000), "x:a", i => $" xmlns:x=\"urn:{i % 2}\"") }),
        In("RX-1", "nesting, each level declares the default namespace anew", XmlLimitExceeded, None,
            size => new() { Extensions = Nest(Math.Min(size / 24, 65_000), "a", i => $" xmlns=\"urn:{i % 2}\"") }),
        In("RX-2", "65 levels", XmlLimitExceeded, None, _ => new() { Extensions = Nest(65) }),

        // Attributes.
        In("RX-3", "attributes in order, of Response", XmlLimitExceeded, None,
            size => new() { ResponseAttributes = Fill(size, i => $" A{i:D6}=\"\"") }),
        In("RX-3", "attributes in order, of Assertion", XmlLimitExceeded, None,
            size => new() { AssertionAttributes = Fill(size, i => $" A{i:D6}=\"\"") }),
        In("RX-3", "attributes backwards, of Assertion", XmlLimitExceeded, None,
            size => new() { AssertionAttributes = Fill(size, i => $" A{999_999 - i}=\"\"") }),
        In("RX-3", "attributes in no order, of Assertion", XmlLimitExceeded, None,
            size => new() { AssertionAttributes = Fill(size, i => $" A{Shuffled(i):D8}=\"\"") }),
        In("RX-3", "attributes with the shortest names in no order, of Assertion", XmlLimitExceeded, None,
            size => new() { AssertionAttributes = Fill(size, i => $" {Short(i)}=\"\"") }),
        In("RX-3", "attributes in no order, alike but for their ends", XmlLimitExceeded, None,
            size => new() { Content = $"<a{Fill(size, i => $" {new string('n', 900)}{Shuffled(i):D8}=\"\"")}/>" }),
        In("RX-3", "attributes of ds:Signature", XmlLimitExceeded, SignatureMalformed,
            size => new() { SignatureAttributes = Fill(size, i => $" a{i:D6}=\"\"") }),
        In("RX-3", "attributes of NameID", XmlLimitExceeded, None,
            size => new() { NameIdAttributes = Fill(size, i => $" A{i:D6}=\"\"") }),
        In("RX-3", "64 attributes in no order, of each of many elements", None, None,
            size => new() { Content = Fill(size, i => $"<a{Times(64, j => $" a{Shuffled((i * 64) + j):D8}=\"\"")}/>") }),
        In("RX-3", "64 attributes of two namespaces in no order, of each of many elements", None, None,
            size => new()
            {
                Content = $"<a xmlns:p=\"{s_longUri[..1000]}p\" xmlns:q=\"{s_longUri[..1000]}q\">"
                    + Fill(size, i => $"<a{Times(64, j => $" {"pq"[j % 2]}:a{Shuffled((i * 64) + j) % 100_000}=\"\"")}/>") + "</a>",
            }),
        In("RX-3", "attributes of two namespaces in no order", XmlLimitExceeded, None,
            size => new()
            {
                Content = $"<a xmlns:p=\"{s_longUri}p\" xmlns:q=\"{s_longUri}q\""
                    + $"{Fill(size, i => $" {"pq"[i % 2]}:a{Shuffled(i):D8}=\"\"")}/>",
            }),
        In("RX-3", "attributes of many long namespaces in no order", XmlLimitExceeded, None,
            size =>
            {
                int names = Math.Max(2, size / 20_000);
                return new()
                {
                    Content = $"<a{Times(names, i => $" xmlns:n{i}=\"{s_longUri}{i}\"")}"
                        + $"{Fill(size / 2, i => $" n{i % names}:a{Shuffled(i)}=\"\"")}/>",
                };
            }),
        In("RX-3", "16 attributes of as many long namespaces backwards, of each of many elements", XmlLimitExceeded, None,
            size => new()
            {
                Content = $"<a{Times(16, i => $" xmlns:{(char)('a' + i)}=\"{s_longUri[..Math.Min(8_000, size / 40)]}{i:D2}\"")}"
                    + $"{Times(16, i => $" {(char)('a' + i)}:a=\"\"")}>"
                    + $"{Fill(size / 2, i => $"<a{Times(16, j => $" {(char)('p' - j)}:a{i % 100_000}=\"\"")}/>")}</a>",
            }),
        In("RX-3", "16 attributes of as many namespaces backwards, of each of many elements", None, None,
            size => new()
            {
                Content = $"<a{Times(16, i => $" xmlns:{(char)('a' + i)}=\"{s_longUri[..1_000]}{i:D2}\"")}"
                    + $"{Times(16, i => $" {(char)('a' + i)}:a=\"\"")}>"
                    + $"{Fill(size, i => $"<a{Times(16, j => $" {(char)('p' - j)}:a{i % 100_000}=\"\"")}/>")}</a>",
            }),
        In("RX-3", "attributes of Response and as many confirmations", XmlLimitExceeded, None,
            size => new()
            {
                ResponseAttributes = Fill(size / 2, i => $" A{i:D6}=\"\""),
                Confirmations = Fill(size / 2, _ => $"<a:SubjectConfirmation {Bearer}>"
                    + "<a:SubjectConfirmationData InResponseTo=\"_request\"/></a:SubjectConfirmation>"),
            }),
        In("RX-3", "attributes of Assertion and as many statements", XmlLimitExceeded, None,
            size => new()
            {
                AssertionAttributes = Fill(size / 2, i => $" A{i:D6}=\"\""),
                Statements = Fill(size / 2, _ => "<a:Statement/>"),
            }),
        In("RX-3", "a confirmation with attributes", XmlLimitExceeded, None,
            size => new()
            {
                Confirmations = $"<a:SubjectConfirmation {Bearer}><a:SubjectConfirmationData"
                    + $"{Fill(size, i => $" A{i:D6}=\"\"")} InResponseTo=\"_request\"/></a:SubjectConfirmation>",
            }),

        // Names that collide under hashes that are in use elsewhere, or under this one without its secret.
        In("RX-4", "attribute names that collide", XmlLimitExceeded, None,
            size => new() { Content = $"<a{Fill(size, i => $" {HashCollisions.Polynomial31(i)}=\"\"")}/>" }),
        In("RX-4", "IDs that collide", None, None,
            size => new() { Content = Fill(size, i => $"<a ID=\"{HashCollisions.Polynomial31(i)}\"/>") }),
        In("RX-4", "IDs that differ in their last character", None, None,
            size => new() { Content = Fill(size, i => $"<a ID=\"{HashCollisions.LastCharacter(i)}\"/>") }),
        In("RX-4", "prefixes that collide", XmlLimitExceeded, None,
            size => new() { Content = $"<a{Fill(size, i => $" xmlns:{HashCollisions.Polynomial31(i)}=\"urn:x\"")}/>" }),
        In("RX-4", "prefixes that differ in their last character", XmlLimitExceeded, None,
            size => new() { Content = $"<a{Fill(size, i => $" xmlns:{HashCollisions.LastCharacter(i)}=\"urn:x\"")}/>" }),
        In("RX-4", "namespace names that collide", None, None,
            size => new() { Content = Fill(size, i => $"<a xmlns=\"urn:{HashCollisions.Polynomial31(i)}\"/>") }),
        In("RX-4", "namespace names that differ in their last character", None, None,
            size => new() { Content = Fill(size, i => $"<a xmlns=\"urn:{HashCollisions.LastCharacter(i)}\"/>") }),

        // Namespaces.
        In("RX-5", "declarations of the Assertion, each used by one child", XmlLimitExceeded, None,
            size => new()
            {
                AssertionAttributes = Fill(size / 2, i => $" xmlns:n{i}=\"urn:{i}\""),
                Attributes = HostileMessage.Attribute("urn:x", Fill(size / 2, i => $"<n{i % (size / 60)}:a/>")),
            }),
        In("RX-5", "declarations and as many prefixed attributes of one element", XmlLimitExceeded, None,
            size =>
            {
                int count = size / 44;
                return new()
                {
                    Content = $"<a{Times(count, i => $" xmlns:n{i}=\"urn:{Shuffled(i)}\"")}"
                        + $"{Times(count, i => $" n{i}:a=\"\"")}/>",
                };
            }),
        In("RX-5", "shortest declarations and as many prefixed attributes of one element", XmlLimitExceeded, None,
            size =>
            {
                int count = size / 29;
                return new()
                {
                    Content = $"<a{Times(count, i => $" xmlns:{Short(i)}=\"a:{Short(i)}\"")}"
                        + $"{Times(count, i => $" {Short(i)}:a=\"\"")}/>",
                };
            }),
        In("RX-5", "declarations that nothing uses, around many elements", XmlLimitExceeded, None,
            size => new()
            {
                Content = $"<a{Fill(size / 2, i => $" xmlns:n{i}=\"urn:{i}\"")}>{Fill(size / 2, _ => "<a>x</a>")}</a>",
            }),
        In("RX-5", "each child declares what it uses", None, None,
            size => new() { Content = Fill(size, i => $"<n{i}:a xmlns:n{i}=\"urn:{i}\"/>") }),
        In("RX-5", "each child declares what it uses as the child before", None, None,
            size => new() { Content = Fill(size, _ => "<n:a xmlns:n=\"urn:x\"/>") }),
        In("RX-5", "prefixes that swap their namespaces from level to level", XmlLimitExceeded, None,
            size => new()
            {
                Content = Nest(
                    Math.Min(size / 60, 65_000),
                    "p:a",
                    i => $" xmlns:p=\"urn:{i % 2}\" xmlns:q=\"urn:{(i + 1) % 2}\" q:b=\"\""),
            }),
        In("RX-5", "a long namespace name that many children make canonical", CanonicalizationFailed, CanonicalizationFailed,
            size => new()
            {
                ResponseAttributes = $" xmlns:n=\"{s_longUri[..1000]}\"",
                Content = Fill(size, i => $"<n:a>{i}</n:a>"),
            }),
        In("RX-5", "a namespace name that children make canonical nearly as often as allowed", None, None,
            size => new()
            {
                ResponseAttributes = $" xmlns:n=\"urn:{new string('n', 28)}\"",
                Content = Fill(size, i => $"<n:a>{i:D5}</n:a>"),
            }),
        In("RX-5", "64 declarations that each of many children makes canonical", CanonicalizationFailed, CanonicalizationFailed,
            size => new()
            {
                ResponseAttributes = Times(60, i => $" xmlns:n{i:D2}=\"urn:{new string('n', 300)}{i:D2}\""),
                Content = Fill(size, _ => $"<a{Times(60, j => $" n{j:D2}:a=\"\"")}/>"),
            }),

        // PrefixList.
        In("RX-6", "PrefixList with many prefixes, and many elements", InclusiveNamespacesInvalid, None,
            size => new()
            {
                PrefixList = Times(size / 20, i => $"n{i} "),
                Attributes = HostileMessage.Attribute("urn:x", Fill(size / 2, _ => "<a>x</a>")),
            }),
        In("RX-6", "PrefixList with many prefixes that the Assertion declares", XmlLimitExceeded, None,
            size => new()
            {
                AssertionAttributes = Times(size / 40, i => $" xmlns:n{i}=\"urn:{i}\""),
                PrefixList = Times(size / 40, i => $"n{i} "),
                Attributes = HostileMessage.Attribute("urn:x", Fill(size / 4, _ => "<a>x</a>")),
            }),
        In("RX-6", "PrefixList of SignedInfo with many prefixes in scope", XmlLimitExceeded, None,
            size => new()
            {
                ResponseAttributes = Times(size / 30, i => $" xmlns:n{i}=\"urn:{i}\""),
                SignedInfoPrefixList = Times(size / 30, i => $"n{i} "),
            }),
        In("RX-6", "PrefixList with prefixes that each level declares anew", XmlLimitExceeded, None,
            size => new()
            {
                PrefixList = "n",
                Attributes = HostileMessage.Attribute(
                    "x", Nest(Math.Min(size / 32, 65_000), "a", i => $" xmlns:n=\"urn:{i % 2}\"")),
            }),
        In("RX-6", "PrefixList with one prefix very often", InclusiveNamespacesInvalid, None,
            size => new() { PrefixList = Times(size / 2, _ => "p ") }),

        // Signatures.
        In("RX-7", "References", ReferenceCountInvalid, ReferenceCountInvalid,
            size => new() { References = Fill(size, _ => "<d:Reference URI=\"#_assertion\"/>") }),
        In("RX-8", "Transforms", TransformNotAllowed, TransformNotAllowed,
            size => new() { Transforms = Fill(size, _ => "<d:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>") }),
        In("RX-8", "Transforms on many References", ReferenceCountInvalid, ReferenceCountInvalid,
            size => new()
            {
                References = Fill(size, _ => "<d:Reference URI=\"\"><d:Transforms>"
                    + Times(10, _ => "<d:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>") + "</d:Transforms></d:Reference>"),
            }),
        In("RX-9", "Signatures in Extensions", SignatureMisplaced, SignatureMisplaced,
            size => new() { Extensions = Fill(size, _ => "<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>") }),
        In("RX-9", "Signatures in an AttributeValue", SignatureMisplaced, SignatureMisplaced,
            size => new()
            {
                Attributes = HostileMessage.Attribute(
                    "x", Fill(size, _ => "<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>")),
            }),
        In("RX-9", "Signatures of the Response", MultipleSignatures, MultipleSignatures,
            size => new() { BehindResponseSignature = Fill(size, _ => "<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>") }),
        In("RX-9", "Signatures of the Assertion", MultipleSignatures, MultipleSignatures,
            size => new() { BehindAssertionSignature = Fill(size, _ => "<d:Signature xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\"/>") }),
        In("RX-9", "Signatures in the Signature", SignatureMisplaced, SignatureMisplaced,
            size => new() { KeyInfo = Fill(size, _ => "<d:Signature/>") }),

        // SAML.
        In("RX-10", "assertions", MultipleAssertions, MultipleAssertions,
            size => new() { BeforeAssertion = Fill(size, i => $"<a:Assertion xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_{i}\""
                + " Version=\"2.0\" IssueInstant=\"2026-01-15T12:00:00Z\"/>") }),
        In("RX-10", "assertions in Advice", None, None,
            size => new() { Advice = Fill(size, _ => "<a:Assertion>x</a:Assertion>") }),
        In("RX-10", "assertions in Extensions", UnexpectedElement, UnexpectedElement,
            size => new() { Extensions = Fill(size, _ => "<a:Assertion xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>") }),
        In("RX-10", "authentication statements", None, None,
            size => new() { Statements = Fill(size, _ => "<a:AuthnStatement AuthnInstant=\"2026-01-15T12:00:00Z\"><a:AuthnContext/></a:AuthnStatement>") }),
        In("RX-10", "statements of unknown types", None, None,
            size => new() { Statements = Fill(size, _ => "<a:Statement/>") }),
        In("RX-10", "attribute statements", None, None,
            size => new() { Statements = Fill(size, _ => "<a:AttributeStatement/>") }),
        In("RX-10", "attributes", None, None,
            size => new() { Attributes = Fill(size, i => $"<a:Attribute Name=\"urn:{i}\"/>") }),
        In("RX-10", "attributes of one Name", None, None,
            size => new() { Attributes = Fill(size, i => $"<a:Attribute Name=\"urn:x\"><a:AttributeValue>{i}</a:AttributeValue></a:Attribute>") }),
        In("RX-10", "attributes with every known text", None, None,
            size => new()
            {
                Attributes = Fill(size, _ => "<a:Attribute Name=\"urn:oasis:names:tc:SAML:2.0:ac:classes:unspecifie_\""
                    + " FriendlyName=\"urn:oasis:names:tc:SAML:2.0:ac:classes:unspecifie_\""
                    + " NameFormat=\"urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified\"/>"),
            }),
        In("RX-10", "attribute values", None, None,
            size => new() { Attributes = HostileMessage.Attribute("urn:x", Fill(size, i => i == 0 ? "0" : $"</a:AttributeValue><a:AttributeValue>{i}")) }),
        In("RX-10", "empty attribute values", None, None,
            size => new() { Attributes = $"<a:Attribute Name=\"urn:x\">{Fill(size, _ => "<a:AttributeValue/>")}</a:Attribute>" }),
        In("RX-10", "audiences", None, None,
            size => new() { Audiences = Fill(size, i => $"<a:Audience>urn:{i}</a:Audience>") }),
        In("RX-10", "audience restrictions", None, None,
            size => new()
            {
                Conditions = Fill(size, _ => $"<a:AudienceRestriction><a:Audience>{HostileServiceProvider.EntityId}</a:Audience></a:AudienceRestriction>"),
            }),
        In("RX-10", "audiences of others", AudienceMismatch, AudienceMismatch,
            size => new() { Conditions = $"<a:AudienceRestriction>{Fill(size, i => $"<a:Audience>urn:{i}</a:Audience>")}</a:AudienceRestriction>" }),
        In("RX-10", "unknown conditions", ConditionUnknown, ConditionUnknown,
            size => new() { Conditions = Fill(size, _ => "<a:Condition/>") }),
        In("RX-10", "confirmations by other methods", None, None,
            size => new() { Confirmations = Fill(size, _ => "<a:SubjectConfirmation Method=\"urn:x\"/>") }),
        In("RX-10", "bearer confirmations without data", None, None,
            size => new() { Confirmations = Fill(size, _ => $"<a:SubjectConfirmation {Bearer}/>") }),
        In("RX-10", "bearer confirmations for others", None, None,
            size => new()
            {
                Confirmations = Fill(size, _ => $"<a:SubjectConfirmation {Bearer}><a:SubjectConfirmationData"
                    + " InResponseTo=\"_request\" Recipient=\"x\"/></a:SubjectConfirmation>"),
            }),
        In("RX-10", "bearer confirmations of other requests", None, None,
            size => new()
            {
                Confirmations = Fill(size, _ => $"<a:SubjectConfirmation {Bearer}><a:SubjectConfirmationData InResponseTo=\"x\"/></a:SubjectConfirmation>"),
            }),
        In("RX-10", "bearer confirmations that have expired", None, None,
            size => new()
            {
                Confirmations = Fill(size, _ => HostileServiceProvider.Confirmation.Replace("2026-01-15T12:05", "2025-01-15T12:05", StringComparison.Ordinal)),
            }),
        In("RX-10", "bearer confirmations that hold", None, None,
            size => new() { Confirmations = Fill(size, _ => HostileServiceProvider.Confirmation) }),
        In("RX-10", "authorities", None, None,
            size => new() { AuthnContext = Fill(size, _ => "<a:AuthenticatingAuthority/>") }),
        In("RX-10", "misplaced elements of one name", DuplicateElement, DuplicateElement,
            size => new() { StatusTail = Fill(size, _ => "<p:StatusDetail/>") }),
        In("RX-10", "elements", XmlLimitExceeded, None,
            size => new() { Content = Fill(size, _ => "<a/>") }),
        In("RX-10", "elements with text between them", XmlLimitExceeded, None,
            size => new() { Content = Fill(size, _ => "<a/>x") }),
        In("RX-10", "elements that are all different", None, None,
            size => new() { Content = Fill(size, i => $"<a{i}/>") }),
        In("RX-10", "elements of 51 names in turn", XmlLimitExceeded, None,
            size => new() { Content = Fill(size, i => $"<{Letters[i % Letters.Length]}/>") }),
        In("RX-10", "elements of 51 names in turn, with text between them", XmlLimitExceeded, None,
            size => new() { Content = Fill(size, i => $"<{Letters[i % Letters.Length]}/>x") }),
        In("RX-10", "elements of 51 names in turn, with an attribute", None, None,
            size => new() { Content = Fill(size, i => $"<{Letters[i % Letters.Length]} a=''/>") }),
        In("RX-10", "elements of 51 names in turn, with a declaration", None, None,
            size => new() { Content = Fill(size, i => $"<{Letters[i % Letters.Length]} xmlns='a:'/>") }),
        In("RX-10", "elements with end tags that are not canonical", XmlLimitExceeded, None,
            size => new() { Content = Fill(size, _ => "<a>x</a >") }),

        // Pieces of text.
        In("RX-11", "comments in NameID", CommentInValue, CommentInValue,
            size => new() { NameId = Fill(size, _ => "<!---->") }),
        In("RX-11", "comments between the letters of NameID", CommentInValue, CommentInValue,
            size => new() { NameId = Fill(size, _ => "x<!---->") }),
        In("RX-11", "comments between elements", None, None,
            size => new() { Content = Fill(size, _ => "<a/><!---->") }),
        In("RX-11", "comments with white space between them", None, None,
            size => new() { BeforeAssertion = Fill(size, _ => " <!---->") }),
        In("RX-11", "comments before the document element", None, None, size => new() { Prolog = Fill(size, _ => "<!---->") }),
        In("RX-11", "a comment that is all hyphens", MalformedXml, MalformedXml,
            size => new() { BeforeAssertion = $"<!--{new string('-', size)}-->" }),
        In("RX-11", "CDATA sections", None, None,
            size => new() { Attributes = HostileMessage.Attribute("urn:x", Fill(size, _ => "<![CDATA[x]]>")) }),
        In("RX-11", "empty CDATA sections", None, None,
            size => new() { Attributes = HostileMessage.Attribute("urn:x", Fill(size, _ => "<![CDATA[]]>")) }),
        In("RX-11", "a CDATA section that nearly ends", None, None,
            size => new() { Attributes = HostileMessage.Attribute("urn:x", $"<![CDATA[{new string(']', size)}]]>") }),
        In("RX-11", "brackets that nearly end no CDATA section", None, None,
            size => new() { Attributes = HostileMessage.Attribute("urn:x", Fill(size, _ => "]]") + "x") }),

        // Long texts.
        In("RX-12", "a long NameID", IdentityTooLong, IdentityTooLong, size => new() { NameId = new string('x', size) }),
        In("RX-12", "a long value", None, None, size => Value(new string('x', size))),
        In("RX-12", "a long value that is not ASCII", None, None, size => Value(new string('é', size / 2))),
        In("RX-12", "a long value beyond the first plane", None, None, size => Value(Fill(size / 2, _ => "😀"))),
        In("RX-12", "noncharacters nearly", None, None, size => Value(new string('\uFFFD', size / 3))),
        In("RX-12", "character references", None, None, size => Value(Fill(size, _ => "&#x41;"))),
        In("RX-12", "entity references", None, None, size => Value(Fill(size, _ => "&lt;"))),
        In("RX-12", "greater-than signs", None, None, size => Value(new string('>', size))),
        In("RX-12", "carriage returns", None, None, size => Value(new string('\r', size))),
        In("RX-12", "references to carriage returns", None, None, size => Value(Fill(size, _ => "&#13;"))),
        In("RX-12", "white space in a value", None, None, size => Value(new string(' ', size))),
        In("RX-12", "white space between elements", None, None, size => new() { BeforeAssertion = new string(' ', size) }),
        In("RX-12", "white space in a tag", None, None, size => new() { ResponseAttributes = new string('\n', size) }),
        In("RX-12", "tabs in an attribute's value", None, None, size => AttributeValue('"', new string('\t', size))),
        In("RX-12", "quotes in an attribute's value", CanonicalizationFailed, CanonicalizationFailed,
            size => AttributeValue('\'', new string('"', size))),
        In("RX-12", "quotes in an attribute's value, as many as allowed", None, None,
            size => AttributeValue('\'', new string('"', size * 3 / 5) + new string('x', size * 2 / 5))),
        In("RX-12", "quotes and letters in an attribute's value", None, None,
            size => AttributeValue('\'', Fill(size, _ => "\"x"))),
        In("RX-12", "greater-than signs and letters", None, None, size => Value(Fill(size, _ => ">x"))),
        In("RX-12", "references in an attribute's value", None, None, size => AttributeValue('"', Fill(size, _ => "&lt;"))),
        In("RX-12", "apostrophes between quotes", None, None, size => AttributeValue('"', new string('\'', size))),
        In("RX-12", "an ampersand without an end", MalformedXml, MalformedXml, size => Value("&" + new string('x', size))),
        In("RX-12", "an attribute value without an end", MalformedXml, MalformedXml,
            size => new() { ResponseAttributes = " x=\"" + new string('x', size) }),
        In("RX-12", "an octet that is not UTF-8 at the end", InvalidUtf8, InvalidUtf8,
            size => Value(new string('x', size)) with { Post = octets => Convert.ToBase64String([.. octets, 0xFF]) }),
        In("RX-12", "a control character at the end", MalformedXml, MalformedXml, size => Value(new string('x', size) + "\u0001")),

        // Base64.
        In("RX-13", "a long DigestValue", SignatureValueMalformed, SignatureValueMalformed,
            size => new() { DigestTail = Fill(size, _ => "AAAA") }),
        In("RX-13", "a long SignatureValue", SignatureValueMalformed, SignatureValueMalformed,
            size => new() { SignatureTail = Fill(size, _ => "AAAA") }),
        In("RX-13", "white space behind DigestValue", None, None, size => new() { DigestTail = new string(' ', size) }),
        In("RX-13", "white space behind SignatureValue", None, None, size => new() { SignatureTail = Fill(size, _ => "\n    ") }),
        In("RX-13", "padding in SignatureValue", SignatureValueMalformed, SignatureValueMalformed,
            size => new() { SignatureTail = new string('=', size) }),
        In("RX-13", "form field with a line break behind each group", None, None,
            size => Value(new string('x', size * 2 / 3)) with { Post = octets => Broken(octets, "\n") }),
        In("RX-13", "form field with white space behind it", None, None,
            size => Value(new string('x', size / 2)) with
            {
                Post = octets => Convert.ToBase64String(octets) + new string(' ', octets.Length / 3),
            }),
        In("RX-13", "form field that is not base64 at its end", InvalidBase64, InvalidBase64,
            size => Value(new string('x', size)) with { Post = octets => Convert.ToBase64String(octets)[..^4] + "A*==" }),

        // Keys.
        In("RX-14", "an RSA key of giant modulus in KeyInfo", None, None,
            size => new()
            {
                KeyInfo = "<d:KeyValue><d:RSAKeyValue><d:Modulus>" + Fill(size, _ => "////") + "</d:Modulus>"
                    + "<d:Exponent>" + Fill(1024, _ => "////") + "</d:Exponent></d:RSAKeyValue></d:KeyValue>",
            }),
        In("RX-15", "a PKCS#12 store in X509Certificate", None, None,
            size => new() { KeyInfo = $"<d:X509Data><d:X509Certificate>{Fill(size, _ => Pkcs12Beginning)}</d:X509Certificate></d:X509Data>" }),

        // What is not even XML to us.
        In("RX-16", "entities that double at each level", DtdNotAllowed, DtdNotAllowed,
            size => new()
            {
                Prolog = "<!DOCTYPE r [<!ENTITY e0 \"x\">"
                    + Fill(size, i => $"<!ENTITY e{i + 1} \"&e{i};&e{i};\">") + "]>",
                NameId = "&e64;",
            }),
        In("RX-16", "an entity that is referenced often", DtdNotAllowed, DtdNotAllowed,
            size => new()
            {
                Prolog = $"<!DOCTYPE r [<!ENTITY e \"{new string('x', size / 2)}\">]>",
                NameId = Fill(size / 2, _ => "&e;"),
            }),
        In("RX-17", "deflated octets", InvalidUtf8, InvalidUtf8, size => new() { Post = _ => Convert.ToBase64String(Deflated(size)) }),

        // Long names.
        In("RX-18", "a long element name", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<{new string('a', size)}/>" }),
        In("RX-18", "a long element name that is not ASCII", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<{new string('é', size / 2)}/>" }),
        In("RX-18", "a long attribute name", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<a {new string('a', size)}=\"\"/>" }),
        In("RX-18", "a long prefix", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<a xmlns:{new string('a', size)}=\"urn:x\"/>" }),
        In("RX-18", "a long namespace name", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<a xmlns=\"urn:{new string('a', size)}\"/>" }),
        In("RX-18", "a long ID", XmlLimitExceeded, XmlLimitExceeded, size => new() { AssertionId = "_" + new string('a', size / 2) }),
        In("RX-18", "names as long as allowed, by default", None, None,
            size => new() { Extensions = Fill(size, i => $"<{new string('a', 1000)}{i}/>") }),
        In("RX-18", "prefixes as long as allowed, by default", None, None,
            size => new() { Extensions = Fill(size, i => $"<{new string('a', 900)}{i}:b xmlns:{new string('a', 900)}{i}=\"urn:x\"/>") }),
        In("RX-18", "a long processing instruction", ProcessingInstructionNotAllowed, ProcessingInstructionNotAllowed,
            size => new() { Extensions = $"<?{new string('a', size)}?>" }),
        In("RX-18", "a long prefix that is not declared", XmlLimitExceeded, XmlLimitExceeded,
            size => new() { Extensions = $"<{new string('a', size)}:b/>" }),
        In("RX-18", "a long Destination", DestinationMismatch, DestinationMismatch,
            size => new() { Destination = "https://" + new string('a', size) }),

        // Dates and numbers.
        In("RX-20", "an instant with a long fraction", InvalidDateTime, InvalidDateTime,
            size => new() { ConditionsEnd = $"2026-01-15T12:05:00.{new string('0', size)}Z" }),
        In("RX-20", "a long number", None, None,
            size => new() { Conditions = $"<a:ProxyRestriction Count=\"{new string('9', size)}\"/>" }),
        In("RX-20", "a character reference with many zeros", None, None,
            size => Value($"&#{new string('0', size)}65;")),
        In("RX-20", "a character reference with many digits", MalformedXml, MalformedXml,
            size => Value($"&#x{new string('F', size)};")),

        // Encryption.
        In("RX-21", "encrypted assertions", EncryptedAssertionNotSupported, EncryptedAssertionNotSupported,
            size => new() { BeforeAssertion = Fill(size, _ => "<a:EncryptedAssertion xmlns:a=\"urn:oasis:names:tc:SAML:2.0:assertion\"/>") }),
        In("RX-21", "encrypted attributes", None, None,
            size => new() { Attributes = Fill(size, _ => "<a:EncryptedAttribute/>") }),

        // What an error or a warning might echo.
        In("RX-22", "a long Issuer", ResponseIssuerMismatch, ResponseIssuerMismatch,
            size => new() { Issuer = new string('\u202E', size / 6) }),
        In("RX-22", "a long status code", IdpReturnedError, IdpReturnedError,
            size => new() { StatusCode = new string('\u202E', size / 3), HasAssertion = false }),
        In("RX-22", "a long StatusMessage", IdpReturnedError, IdpReturnedError,
            size => new()
            {
                StatusCode = "urn:oasis:names:tc:SAML:2.0:status:Responder",
                StatusTail = $"<p:StatusMessage>{Fill(size, _ => "&#13;\n")}</p:StatusMessage>",
                HasAssertion = false,
            }),
        In("RX-22", "the names of many attributes", RequiredAttributeMissing, RequiredAttributeMissing,
            size => new() { Roles = "", Attributes = Fill(size, _ => "<a:Attribute Name=\"&#13;\"/>") }),
        In("RX-22", "the one long name of an attribute", RequiredAttributeMissing, RequiredAttributeMissing,
            size => new() { Roles = "", Attributes = $"<a:Attribute Name=\"{new string('é', size / 2)}\"/>" }),
        In("RX-22", "a long name that nearly is a role's", AttributeNamespaced, AttributeNamespaced,
            size => new() { Roles = "", Attributes = $"<a:Attribute Name=\"urn:{new string('x', size)}/roles\"/>" }),
        In("RX-22", "roles beyond their number", TooManyValues, TooManyValues,
            size => new() { Roles = Fill(size, i => $"r{i},") }),
        In("RX-22", "reserved roles beyond their number", TooManyValues, TooManyValues,
            size => new() { Roles = Fill(size, i => $"flex.{i},") }),
        In("RX-22", "one long role", NoRoles, NoRoles, size => new() { Roles = new string('\u202E', size / 3) }),
        In("RX-22", "one role very often", TooManyValues, TooManyValues, size => new() { Roles = "agent" + Fill(size, _ => ",agent") }),
        In("RX-22", "as many roles as allowed, the last very often", TooManyValues, TooManyValues,
            size => new() { Roles = $"agent{Times(62, i => $",{(char)('A' + i)}")},é" + Fill(size, _ => ",é") }),
        In("RX-22", "long roles, alike but for their ends", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Roles = "agent" + Times(900, i => $",{new string('x', size / 900)}{i % 60:D2}") }),
        In("RX-22", "one role in very many values", TooManyValues, TooManyValues,
            size => new() { Roles = "agent" + Fill(size, _ => "</a:AttributeValue><a:AttributeValue>agent") }),
        In("RX-22", "commas alone", TooManyValues, TooManyValues, size => new() { Roles = new string(',', size) }),
        In("RX-22", "values of roles that are blank", TooManyValues, TooManyValues,
            size => new() { Roles = Fill(size, _ => " </a:AttributeValue><a:AttributeValue> ") }),
        In("RX-22", "email very often", None, None,
            size => new() { Attributes = Fill(size, _ => HostileMessage.Attribute("email", " jane.doe@example.com")) }),
        In("RX-22", "a long email", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Email = new string('x', size) + "@example.com" }),
        In("RX-22", "an email with many at signs", EmailInvalid, EmailInvalid, size => new() { Email = new string('@', size) }),
        In("RX-22", "a long image_url", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Attributes = HostileMessage.Attribute("image_url", "https://" + new string('x', size)) }),
        In("RX-22", "a long full_name", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { FullName = new string('x', size) }),
        In("RX-22", "attributes that Flex would store", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Attributes = Fill(size, i => $"<a:Attribute Name=\"{i}.int\"/>") }),
        In("RX-22", "an attribute that Flex would store, very often", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Attributes = Fill(size, _ => HostileMessage.Attribute("x.stringarray", "a")) }),
        In("RX-22", "one long list of booleans", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Attributes = HostileMessage.Attribute("x.booleanarray", "1" + Fill(size, _ => ",0")) }),
        In("RX-22", "typed attributes that are not of their types", AttributeTypeInvalid, AttributeTypeInvalid,
            size => new() { Attributes = Fill(size, i => HostileMessage.Attribute($"x{i}.int", "x")) }),
        In("RX-22", "a typed attribute with much white space, and then very often", AttributeTypeInvalid, AttributeTypeInvalid,
            size => new()
            {
                Attributes = HostileMessage.Attribute("x.int", new string(' ', size / 2) + "5")
                    + Fill(size / 2, _ => HostileMessage.Attribute("x.int", "5")),
            }),
        In("RX-22", "expressions in attributes that Flex would store", WorkerAttributesTooLong, WorkerAttributesTooLong,
            size => new() { Attributes = Fill(size, i => HostileMessage.Attribute($"x{i}", "${user.x}")) }),
    ];

    // DER of a PFX with PBES2 and 2^31 - 1 iterations begins like this.
    private const string Pkcs12Beginning =
        "MIIQ0wIBAzCCEI8GCSqGSIb3DQEHAaCCEIAEghB8MIIQeDCCBi8GCSqGSIb3DQEHBqCCBiAwggYcAgEAMIIGFQYJKoZIhvcNAQcBMFcG"
        + "CSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgRIjNEVWZ3iAIEf////zAMBggqhkiG9w0CCQUAMB0GCWCGSAFl";

    private static HostileShape In(
        string row, string name, SamlErrorCode byDefault, SamlErrorCode widest, Func<int, HostileMessage> ofSize) =>
        new(row, name, byDefault, widest, ofSize);

    private static HostileMessage Value(string text) => new() { Attributes = HostileMessage.Attribute("urn:x", text) };

    private static HostileMessage AttributeValue(char quote, string text) =>
        new() { Content = $"<a b={quote}{text}{quote}/>" };

    private static string Fill(int size, Func<int, string> part)
    {
        StringBuilder text = new(size + 1024);
        for (int i = 0; text.Length < size; i++)
        {
            text.Append(part(i));
        }

        return text.ToString();
    }

    private static string Times(int count, Func<int, string> part) =>
        string.Concat(Enumerable.Range(0, count).Select(part));

    private static string Nest(int depth, string name = "a", Func<int, string>? attributes = null)
    {
        StringBuilder text = new(depth * ((name.Length * 2) + 5));
        for (int i = 0; i < depth; i++)
        {
            text.Append('<').Append(name).Append(attributes?.Invoke(i)).Append('>');
        }

        for (int i = 0; i < depth; i++)
        {
            text.Append("</").Append(name).Append('>');
        }

        return text.ToString();
    }

    // The widest limit, with room for what is around.
    private static int Depth(int size) => Math.Min(size / 7, 65_000);

    private static string Padded(string name, int size) => name + new string('a', Math.Max(0, ((size / Depth(size)) - 7) / 2));

    // Distinct names in no order, of three letters as long as there are any.
    private static string Short(int i)
    {
        int all = Letters.Length * Letters.Length * Letters.Length;
        int number = (int)(i * 86_969L % all);
        string more = i < all ? "" : $"{Letters[i / all]}";
        return $"{Letters[number % Letters.Length]}{Letters[number / Letters.Length % Letters.Length]}"
            + $"{Letters[number / Letters.Length / Letters.Length]}{more}";
    }

    // Distinct up to a hundred million, and in no order.
    private static int Shuffled(int i) => (int)((i * 61_803_399L) % 100_000_000);

    private static string Broken(byte[] octets, string separator)
    {
        string encoded = Convert.ToBase64String(octets);
        StringBuilder broken = new(encoded.Length * 2);
        for (int i = 0; i < encoded.Length; i += 4)
        {
            broken.Append(encoded, i, 4).Append(separator);
        }

        return broken.ToString();
    }

    private static byte[] Deflated(int size)
    {
        using MemoryStream deflated = new();
        using (System.IO.Compression.DeflateStream stream = new(deflated, System.IO.Compression.CompressionLevel.SmallestSize))
        {
            byte[] zeros = new byte[64 * 1024];
            while (deflated.Length < size)
            {
                stream.Write(zeros);
                stream.Flush();
            }
        }

        return deflated.ToArray();
    }
}
