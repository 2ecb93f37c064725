using Saml.Core.Tool.Redaction;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>What becomes of each kind of value, as docs/tool.md says it.</summary>
public sealed class ValueTests
{
    private static readonly ValueRow[] s_rows =
    [
        new("text keeps its shape", "<a>Jane Doe-Smith, 42 (b)</a>", "<a>xxxx xxx-xxxxx, 00 xxx</a>"),
        new("an address keeps its at",
            "<NameID>jane.doe+1@example.com</NameID>", "<NameID>xxxx.xxx+0@xxxxxxx.xxx</NameID>"),
        new("letters of any script", "<a>Þórður 名前 ١</a>", "<a>xxxxxx xx x</a>"),
        new("a character of two units is one", "<a>a\U0001F600b</a>", "<a>xxx</a>"),
        new("white space around a value", "<a>\n  v\t</a>", "<a>\n  x\t</a>"),
        new("white space in a tag", "<a  b = 'v'\n/>", "<a  b = 'x'\n/>"),
        new("a greater-than in a value", "<a b='x>y'>v > w</a >", "<a b='xxx'>x x x</a >"),
        new("references that stay", "<a b='&#xA;v&amp;w'>&#13;</a>", "<a b='&#xA;x&amp;x'>&#13;</a>"),
        new("references that go", "<a>&lt;&gt;&quot;&apos;&#65;&#x1F600;</a>", "<a>xxxxxx</a>"),
        new("CDATA", "<a><![CDATA[Jane <b>&amp;]]></a>", "<a><![CDATA[xxxx xxx&xxx;]]></a>"),
        new("comments and instructions", "<a><!-- Jane 1 --><?php Jane?></a>", "<a><!-- xxxx 0 --><?xxx xxxx?></a>"),
        new("the XML declaration",
            "<?xml version='1.0' encoding='UTF-8'?>\n<a/>", "<?xml version='1.0' encoding='UTF-8'?>\n<a/>"),
        new("names of elements", "<p:Jane xmlns:p='urn:oasis:names:tc:SAML:2.0:assertion' Doe='x'/>",
            "<p:Jane xmlns:p='urn:oasis:names:tc:SAML:2.0:assertion' Doe='x'/>"),
        new("namespaces of one's own", "<a xmlns='http://jane.example' xmlns:b='http://doe1.example'/>",
            "<a xmlns='http://xxxx.xxxxxx1' xmlns:b='http://xxx0.xxxxxx1'/>"),
        new("algorithms", "<a Algorithm='http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'/>",
            "<a Algorithm='http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'/>"),
        new("what only begins like an algorithm", "<a Algorithm='http://www.w3.org/jane'/>",
            "<a Algorithm='http://xxx.x0.xxx/xxxx'/>"),
        new("a status", "<StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:Success'/>",
            "<StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:Success'/>"),
        new("what only begins like a status", "<StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:Jane'/>",
            "<StatusCode Value='urn:xxxxx:xxxxx:xx:xxxx:0.0:xxxxxx:xxxx'/>"),
        new("a type", "<a xsi:type='xs:string' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>",
            "<a xsi:type='xs:string' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>"),
        new("a type of another prefix",
            "<a xsi:type='jane:string' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>",
            "<a xsi:type='xxxx:xxxxxx' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>"),
        new("a version", "<a Version='2.0'/>", "<a Version='2.0'/>"),
        new("what is no version", "<a Version='3.7'/>", "<a Version='0.0'/>"),
        new("prefixes", "<a PrefixList='xs  jane #default'/>", "<a PrefixList='xs  xxxx #default'/>"),
        new("signature values",
            "<SignatureValue>aB3+\n/w==</SignatureValue>", "<SignatureValue>AAAA\nAA==</SignatureValue>"),
        new("a certificate", "<X509Certificate>MIIC</X509Certificate>", "<X509Certificate>AAAA</X509Certificate>"),
        new("ids that are referred to",
            "<a ID='_jane1'><b URI='#_jane1' InResponseTo='_doe22' SessionIndex='_doe22'/></a>",
            "<a ID='_xxxx1'><b URI='#_xxxx1' InResponseTo='_xxx01' SessionIndex='_xxx01'/></a>"),
        new("ids of one shape",
            "<a ID='_a11'><b ID='_b22'/><c ID='_c33'/></a>", "<a ID='_x01'><b ID='_x02'/><c ID='_x03'/></a>"),
        new("no id becomes one that was there", "<a ID='_x1'><b ID='_x2'/></a>", "<a ID='_x3'><b ID='_x4'/></a>"),
        new("the whole document", "<a URI=''/>", "<a URI=''/>"),
        new("instants",
            "<a NotBefore='2026-01-31T09:30:00.500Z' NotOnOrAfter='2026-01-31T10:30:01Z' IssueInstant='2026-01-31T09:30:00.25Z'/>",
            "<a NotBefore='2000-01-01T00:00:00.250Z' NotOnOrAfter='2000-01-01T01:00:00Z' IssueInstant='2000-01-01T00:00:00.00Z'/>"),
        new("instants with an offset", "<a NotBefore='2026-01-31T09:30:00-05:00' NotOnOrAfter='2026-01-31T14:31:00Z'/>",
            "<a NotBefore='2000-01-01T00:00:00+00:00' NotOnOrAfter='2000-01-01T00:01:00Z'/>"),
        new("an offset that no instant has", "<a NotBefore='2026-01-31T09:30:00+14:01'/>",
            "<a NotBefore='0000-00-00x00:00:00+00:00'/>"),
        new("what is no instant", "<a NotBefore='31.01.2026'/>", "<a NotBefore='00.00.0000'/>"),
        new("an instant elsewhere", "<AttributeValue>1980-05-17T00:00:00Z</AttributeValue>",
            "<AttributeValue>0000-00-00x00:00:00x</AttributeValue>"),
        new("an URL of Flex",
            "<a Recipient='https://login.flex.us1.twilio.com/login/callback?connection=JQ0f1e2d3c4b5a69788796a5b4c3d2e1f0'/>",
            "<a Recipient='https://login.flex.us1.twilio.com/login/callback?connection=JQ0a0a0a0a0a0a00000000a0a0a0a0a0a0'/>"),
        new("an audience of Flex", "<Audience>urn:flex:JQ0f1e</Audience>", "<Audience>urn:flex:JQ0a0a</Audience>"),
        new("a legacy URL of Flex", "<Audience>https://iam.twilio.com/v1/Accounts/AC12ab/saml2/metadata</Audience>",
            "<Audience>https://iam.twilio.com/v1/Accounts/AC00aa/saml2/metadata</Audience>"),
        new("a SID that was never filled in",
            "<Audience>urn:flex:JQxxxx</Audience>", "<Audience>urn:flex:JQxxxx</Audience>"),
        new("an issuer of Okta",
            "<Issuer>http://www.okta.com/exk1a2b</Issuer>", "<Issuer>http://www.okta.com/exk0x0x</Issuer>"),
        new("an issuer of Auth0", "<Issuer>urn:jane.auth0.com</Issuer>", "<Issuer>urn:xxxx.auth0.com</Issuer>"),
        new("an URL of anybody",
            "<a>https://sso.jane.example:8443/p?q=1</a>", "<a>https://xxx.xxxx.xxxxxxx:0000/x?x=0</a>"),
        new("an expression",
            "<AttributeValue>${user.firstName}</AttributeValue>", "<AttributeValue>${xxxx.xxxxxxxxx}</AttributeValue>"),
        Attribute("roles", "roles", "agent, Supervisor,jane", "agent, Supervisor,xxxx"),
        Attribute("roles with other separators", "roles", "agent;admin|jane", "agent;admin|xxxx"),
        Attribute("roles under nearly the name", "Role", "administrator", "administrator"),
        Attribute("a role in another attribute", "department", "agent", "xxxxx"),
        Attribute("a typed attribute", "jane.int", "12", "00", "xxxx.int"),
        Attribute("a type in front of the type", "jane.int.string", "12", "00", "xxxx.xxx.string"),
        Attribute("a channel", "channel.voice.capacity", "3", "0"),
        Attribute("a channel of one's own", "channel.jane.availability", "true", "xxxx", "channel.xxxx.availability"),
        Attribute("a claim", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "j@d", "x@x"),
        Attribute("a claim of one's own", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/jane", "j@d", "x@x",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/xxxx"),
        Attribute("an attribute of one's own", "employeeNumber7", "1234", "0000", "xxxxxxxxxxxxxx0"),
    ];

    public static TheoryData<ValueRow> Rows => [.. s_rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_value_becomes(ValueRow row) => RedactedMessage.Of(row.Xml).Should().Be(row.Redacted);

    private static ValueRow Attribute(string name, string attribute, string value, string redacted, string? shown = null) =>
        new(
            name,
            $"<Attribute Name=\"{attribute}\"><AttributeValue>{value}</AttributeValue></Attribute>",
            $"<Attribute Name=\"{shown ?? attribute}\"><AttributeValue>{redacted}</AttributeValue></Attribute>");
}
