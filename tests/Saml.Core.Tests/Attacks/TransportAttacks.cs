using System.IO.Compression;
using System.Text;
using Saml.Core.Testing;
using Saml.Core.Tests.Signatures;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Attacks.Attack;
using static Saml.Core.Tests.Attacks.Genuine;

namespace Saml.Core.Tests.Attacks;

/// <summary>Group BT: the form field, base64, sizes, and messages of other bindings.</summary>
internal static class TransportAttacks
{
    private const int Large = 150 * 1024;

    public static IReadOnlyList<Attack> All { get; } =
    [
        // Base64.
        .. Posted(Bases.All, "BT-1", "the alphabet for URLs", InvalidBase64, xml => Convert.ToBase64String(xml).Once("+", "-").Replace('+', '-').Replace('/', '_')),
        .. Posted(Bases.All, "BT-1", "one hyphen", InvalidBase64, xml => Convert.ToBase64String(xml).Once("+", "-")),
        .. Posted(Bases.All, "BT-1", "one underscore", InvalidBase64, xml => Convert.ToBase64String(xml).Insert(8, "____")),
        .. Posted(Bases.All, "BT-2", "lines of 76 characters", None, xml => Lines(xml, 76, "\r\n")),
        .. Posted(Bases.All, "BT-2", "lines of 64 characters", None, xml => Lines(xml, 64, "\n")),
        .. Posted(Bases.All, "BT-2", "blanks and tabs around groups", None, xml => $" \t{Lines(xml, 1000, " \t ")}\r\n"),
        .. Posted(Bases.All, "BT-2", "lines that do not end with a group", InvalidBase64, xml => Lines(xml, 75, "\n")),
        .. Posted(Bases.All, "BT-2", "a no-break space", InvalidBase64, xml => Lines(xml, 1000, "\u00A0")),
        .. Posted(Bases.All, "BT-2", "a form feed", InvalidBase64, xml => Lines(xml, 1000, "\f")),
        .. Posted(Bases.All, "BT-2", "a vertical tab", InvalidBase64, xml => Lines(xml, 1000, "\v")),
        .. Posted(Bases.All, "BT-2", "a line separator", InvalidBase64, xml => Lines(xml, 1000, "\u2028")),
        .. Posted(Bases.All, "BT-2", "a zero-width space", InvalidBase64, xml => Lines(xml, 1000, "\u200B")),
        .. Posted(Bases.All, "BT-2", "NUL", InvalidBase64, xml => Lines(xml, 1000, "\0")),
        .. Posted(Bases.All, "BT-2", "NUL at the end", InvalidBase64, xml => Convert.ToBase64String(xml) + "\0"),
        .. Posted(Bases.All, "BT-3", "no padding where two are due", InvalidBase64, xml => Padded(xml, 1).TrimEnd('=')),
        .. Posted(Bases.All, "BT-3", "one of two missing", InvalidBase64, xml => Padded(xml, 1)[..^1]),
        .. Posted(Bases.All, "BT-3", "no padding where one is due", InvalidBase64, xml => Padded(xml, 2).TrimEnd('=')),
        .. Posted(Bases.All, "BT-3", "one too many", InvalidBase64, xml => Padded(xml, 1) + "="),
        .. Posted(Bases.All, "BT-3", "padding where none is due", InvalidBase64, xml => Padded(xml, 0) + "="),
        .. Posted(Bases.All, "BT-3", "two where none is due", InvalidBase64, xml => Padded(xml, 0) + "=="),
        .. Posted(Bases.All, "BT-3", "a group of padding", InvalidBase64, xml => Padded(xml, 0) + "===="),
        .. Posted(Bases.All, "BT-3", "padding in the middle", InvalidBase64, xml => Convert.ToBase64String(xml).Insert(8, "QQ==")),
        .. Posted(Bases.All, "BT-4", "a group behind the padding", InvalidBase64, xml => Padded(xml, 1) + "AAAA"),
        .. Posted(Bases.All, "BT-4", "the message twice", InvalidBase64, xml => Padded(xml, 1) + Padded(xml, 1)),
        .. Posted(Bases.All, "BT-4", "a forged message behind the padding, on a line of its own", InvalidBase64,
            xml => Padded(xml, 2) + "\r\n" + Convert.ToBase64String(Encoding.UTF8.GetBytes(Forge(Encoding.UTF8.GetString(xml))))),
        .. Posted(Bases.All, "BT-4", "the message twice without padding, which is one base64 with two XML declarations", ProcessingInstructionNotAllowed, xml => Padded(xml, 0) + Padded(xml, 0)),
        .. Posted(Bases.All, "BT-4", "a forged document element behind the message, which is one base64", MalformedXml,
            xml => Convert.ToBase64String([.. xml, .. Encoding.UTF8.GetBytes(Forge(Encoding.UTF8.GetString(xml))[38..])])),
        .. Posted(Bases.All, "BT-5", "bits behind the last octet, of two padding characters", InvalidBase64, xml => WithSpareBits(Padded(xml, 1), 3)),
        .. Posted(Bases.All, "BT-5", "bits behind the last octet, of one padding character", InvalidBase64, xml => WithSpareBits(Padded(xml, 2), 2)),
        .. Posted(Bases.All, "BT-6", "encoded for a URL once more", InvalidBase64, xml => Uri.EscapeDataString(Padded(xml, 1))),
        .. Posted(Bases.All, "BT-6", "+ became a space", InvalidBase64, xml => Convert.ToBase64String(xml).Once("+", " ").Replace('+', ' ')),
        .. Posted(Bases.All, "BT-6", "encoded as base64 twice", MalformedXml, xml => Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToBase64String(xml)))),
        .. Posted(Bases.All, "BT-7", "nothing", MissingSamlResponse, _ => ""),
        .. Posted(Bases.All, "BT-7", "white space", MissingSamlResponse, _ => " \r\n"),
        .. Posted(Bases.All, "BT-7", "no base64", InvalidBase64, _ => "not-base64!"),
        .. Posted(Bases.All, "BT-7", "XML", InvalidBase64, Encoding.UTF8.GetString),
        .. Posted(Bases.All, "BT-7", "base64 of nothing but a space", MalformedXml, _ => "IA=="),

        // Sizes.
        .. Posted(Bases.Response, "BT-8", "sixteen megabytes of base64", MessageTooLarge, _ => new string('A', 16 << 20)),
        .. Posted(Bases.Response, "BT-8", "sixteen megabytes of anything", MessageTooLarge, _ => new string('%', 16 << 20)),
        .. Posted(Bases.Response, "BT-8", "a genuine message with a megabyte of blanks behind it", MessageTooLarge, xml => Convert.ToBase64String([.. xml, .. Spaces(1 << 20)])),
        .. Posted(Bases.All, "BT-8", "a genuine message with a hundred kilobytes of white space in its base64", None, xml => Lines(xml, 4000, new string(' ', 50_000))),
        .. Posted(Bases.All, "BT-8", "a genuine message with a megabyte of white space in its base64", MessageTooLarge, xml => Lines(xml, 64, new string(' ', 15_000))),
        .. Posted(Bases.All, "BT-9", "DEFLATE", InvalidUtf8, xml => Convert.ToBase64String(Deflate(xml))),
        .. Posted(Bases.All, "BT-9", "ZLIB", InvalidUtf8, xml => Convert.ToBase64String(Compress(xml, stream => new ZLibStream(stream, CompressionLevel.Optimal)))),
        .. Posted(Bases.All, "BT-9", "GZIP", InvalidUtf8, xml => Convert.ToBase64String(Compress(xml, stream => new GZipStream(stream, CompressionLevel.Optimal)))),
        .. Posted(Bases.Response, "BT-9", "a small message that inflates to sixteen megabytes", InvalidUtf8, xml => Convert.ToBase64String(Deflate([.. xml, .. Spaces(16 << 20)]))),
        .. Posted(Bases.All, "BT-9", "DEFLATE, stored, which is no UTF-8 either", InvalidUtf8,
            xml => Convert.ToBase64String(Compress(xml, stream => new DeflateStream(stream, CompressionLevel.NoCompression)))),

        // Other bindings and hosts.
        .. OfRedirect("as the binding encodes it", InvalidUtf8, Deflate),
        .. OfRedirect("not deflated", NothingSigned, xml => xml),
        .. Posted(Bases.All, "BT-11", "twice, joined by a comma", InvalidBase64, xml => $"{Convert.ToBase64String(xml)},{Convert.ToBase64String(xml)}"),
        .. Posted(Bases.All, "BT-11", "twice, joined by an ampersand", InvalidBase64, xml => $"{Convert.ToBase64String(xml)}&SAMLResponse={Convert.ToBase64String(xml)}"),
        .. Posted(Bases.All, "BT-11", "a SAMLRequest in the same field", InvalidBase64, xml => $"{Padded(xml, 0)}&SAMLRequest=AAAA"),
        .. Posted(Bases.All, "BT-11", "a SAMLRequest instead", UnexpectedMessageType,
            _ => Convert.ToBase64String("<saml2p:AuthnRequest xmlns:saml2p=\"urn:oasis:names:tc:SAML:2.0:protocol\" ID=\"_a\" Version=\"2.0\"/>"u8)),
        .. Changed(Bases.All, "BT-13", "a DigestValue of 150 KB", SignatureValueMalformed, m => Edit(m, "DigestValue", new string('A', Large))),
        .. Changed(Bases.All, "BT-13", "a SignatureValue of 150 KB", SignatureValueMalformed, m => Edit(m, "SignatureValue", new string('A', Large))),
        .. Changed(Bases.All, "BT-13", "a SignatureValue with 150 KB of white space", None, m => EditWith(m, "SignatureValue", value => value + new string('\n', Large))),
        .. Changed(Bases.All, "BT-13", "a certificate of 150 KB, which nobody decodes", None, m => Edit(m, "X509Certificate", new string('A', Large))),
        .. Changed(Bases.All, "BT-13", "a SignatureValue of a megabyte", MessageTooLarge, m => Edit(m, "SignatureValue", new string('A', 1 << 20))),
        .. Changed(Bases.All, "BT-13", "a certificate of a megabyte", MessageTooLarge, m => Edit(m, "X509Certificate", new string('A', 1 << 20))),
        .. Changed(Bases.All, "BT-13", "150 KB of PrefixList", InclusiveNamespacesInvalid,
            m => m.With("PrefixList=\"xs\"", $"PrefixList=\"{string.Concat(Enumerable.Repeat("xs ", Large / 3))}\"")),
        .. Posted(Bases.All, "BT-14", "JSON", InvalidBase64, xml => $"{{\"SAMLResponse\":\"{Convert.ToBase64String(xml)}\"}}"),
        .. Posted(Bases.All, "BT-14", "JSON in base64", MalformedXml, xml => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"SAMLResponse\":\"{Convert.ToBase64String(xml)}\"}}"))),
        .. Posted(Bases.All, "BT-14", "the whole form", InvalidBase64, xml => $"SAMLResponse={Convert.ToBase64String(xml)}"),
        .. Posted(Bases.All, "BT-14", "multipart/form-data", InvalidBase64,
            xml => $"--b\r\nContent-Disposition: form-data; name=\"SAMLResponse\"\r\n\r\n{Convert.ToBase64String(xml)}\r\n--b--\r\n"),
        .. Posted(Bases.All, "BT-14", "a data URL", InvalidBase64, xml => $"data:text/xml;base64,{Convert.ToBase64String(xml)}"),
    ];

    private static string Lines(byte[] xml, int length, string between) =>
        string.Join(between, Convert.ToBase64String(xml).Chunk(length).Select(line => new string(line)));

    // White space behind the document element decides how much padding there is.
    private static string Padded(byte[] xml, int remainder) =>
        Convert.ToBase64String([.. xml, .. Spaces((3 + remainder - (xml.Length % 3)) % 3)]);

    private static byte[] Spaces(int count)
    {
        byte[] spaces = new byte[count];
        Array.Fill(spaces, (byte)' ');
        return spaces;
    }

    // The last digit before the padding, whose lowest bits mean nothing: a blank ends in A or I.
    private static string WithSpareBits(string base64, int fromEnd)
    {
        char[] text = base64.ToCharArray();
        text[^fromEnd]++;
        string changed = new(text);
        return Convert.FromBase64String(changed).AsSpan().SequenceEqual(Convert.FromBase64String(base64))
            ? changed
            : throw new InvalidOperationException("It is another message.");
    }

    private static byte[] Deflate(byte[] octets) =>
        Compress(octets, stream => new DeflateStream(stream, CompressionLevel.Optimal));

    private static byte[] Compress(byte[] octets, Func<Stream, Stream> make)
    {
        using MemoryStream compressed = new();
        using (Stream stream = make(compressed))
        {
            stream.Write(octets);
        }

        return compressed.ToArray();
    }

    // Bindings 3.4.4.1: the signature stands in the query, and none in the message.
    private static IEnumerable<Attack> OfRedirect(string name, SamlErrorCode expected, Func<byte[], byte[]> encode) =>
    [
        new("BT-10", $"a message of the redirect binding, {name}", expected)
        {
            Message = () => encode(Encoding.UTF8.GetBytes(SignedMessage.Template.ToXml())),
            Twin = () => SignedMessage.Mint(SignaturePlacement.Response),
        },
    ];

    private static string Edit(Genuine genuine, string element, string content) => EditWith(genuine, element, _ => content);

    private static string EditWith(Genuine genuine, string element, Func<string, string> content) =>
        SignatureText.EditContent(genuine.Xml, element, content);
}
