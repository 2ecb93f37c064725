namespace Saml.Core.Tests.Differential;

/// <summary>
/// Why an oracle refuses what we accept, by the beginning of the messages' titles; tables are made anew for each test.
/// </summary>
internal static class Divergences
{
    private const string FindsNcNamesOnly = "SignedXml finds no ID that is no NCName";
    private const string NoEcdsa = "SignedXml knows no ECDSA";
    private const string NoPss = "it does not know RSASSA-PSS by these names (RFC 6931, 2.3.10)";
    private const string NoCarriageReturn = "SignedXml writes the element out and reads it again, which loses carriage returns and white space in attributes";
    private const string ImportsXmlAttributes = "SignedXml imports xml: attributes of ancestors, as only inclusive canonicalization does (Exclusive C14N, 3)";
    private const string SplitsAtBlanks = "it splits a PrefixList at blanks alone, not at any white space (Exclusive C14N, 3)";
    private const string RequiresPrefixList = "it wants the attribute PrefixList, which the schema does not (Exclusive C14N, 3)";

    public static DivergenceTable SignedXmlOfVectors => new()
    {
        { "ID-9: a digit first, as some products write it (Assertion)", FindsNcNamesOnly },
        { "ID-9: a digit first, as some products write it (ResponseAndAssertion)", FindsNcNamesOnly },
        { "transform: PrefixList: one twice", "SignedXml throws at a repeated prefix" },
        { "transform: PrefixList: with tabs and line ends", SplitsAtBlanks },
        { "transform: PrefixList: no attribute", RequiresPrefixList },
        { "algorithm: sha256-rsa-MGF1", NoPss },
        { "algorithm: sha384-rsa-MGF1", NoPss },
        { "algorithm: sha512-rsa-MGF1", NoPss },
        { "algorithm: ecdsa-", NoEcdsa },
        { "key: signed by ECDSA among RSA", NoEcdsa },
        { "content: signed with a carriage return in a value", NoCarriageReturn },
        { "content: signed with white space in an attribute", NoCarriageReturn },
        { "content: signed with xml:lang (Assertion)", ImportsXmlAttributes },
        { "content: signed under xml:lang on the Response", ImportsXmlAttributes },
        { "AL-9: ecdsa-", NoEcdsa },
        { "AL-9: P-256: the other s of the same r", NoEcdsa },
        { "AL-10: a salt of the hash's length", NoPss },
        { "TR-27: carriage returns in values", NoCarriageReturn },
        { "TR-28: white space in an attribute's value", NoCarriageReturn },
        { "TX-12: a NameID behind a carriage return", NoCarriageReturn },
        { "DT-14: xml:base", ImportsXmlAttributes },
        { "EN-27: characters that a serialiser escapes", NoCarriageReturn },
        { "EN-28: carriage returns that are signed", NoCarriageReturn },
        { "LV-7: carriage returns in a value", NoCarriageReturn },
        { "LV-7: &#13; in the signature of the assertion", NoCarriageReturn },
        { "LV-7: &#xD; in the signature of the assertion", NoCarriageReturn },
        { "LV-23: a GUID, which begins with a digit", FindsNcNamesOnly },
    };

    public static DivergenceTable SignedXmlOfCorpus => new()
    {
        { "accept/129-samling.xml", NoEcdsa },
        { "accept/181-synthetic-unknown.xml", FindsNcNamesOnly },
        { "accept/187-synthetic-unknown.xml", FindsNcNamesOnly },
        { "accept/191-synthetic-unknown.xml", NoCarriageReturn },
    };

    public static DivergenceTable SignedXmlOfMutants => new()
    {
        { "references and sections", NoCarriageReturn },
        { "okta, assertion signed: mutant 13774: insert a token in a tag", ImportsXmlAttributes },
    };

    public static DivergenceTable XmlsecOfMutants => [];

    public static DivergenceTable XmlsecOfVectors => new()
    {
        { "transform: PrefixList: with tabs and line ends", SplitsAtBlanks },
        { "transform: PrefixList: no attribute", RequiresPrefixList },
        { "algorithm: sha256-rsa-MGF1", NoPss },
        { "algorithm: sha384-rsa-MGF1", NoPss },
        { "algorithm: sha512-rsa-MGF1", NoPss },
        { "AL-10: a salt of the hash's length", NoPss },
    };

    public static DivergenceTable XmlsecOfCorpus => [];
}
