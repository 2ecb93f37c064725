using System.Globalization;
using System.Text;

namespace Saml.Core.Tests.Xml;

/// <summary>
/// A document under <c>vectors/xml</c> with its own verdict: header lines, an empty line, and the octets up to the end
/// of the file. To add a case, add a file.
/// </summary>
/// <remarks>
/// <c>expect</c> is <c>accept</c> or the name of a code; <c>comment</c> says what the document is about, and cites the
/// clause. <c>at</c> is the line and column of the refusal, <c>limits</c> what is not the default, <c>differs</c> the
/// <see cref="DeliberateDifference"/> for which <see cref="System.Xml.XmlReader"/> thinks otherwise. With
/// <c>escapes: true</c> an octet may be written <c>\xFF</c>, <c>\n</c>, <c>\r</c>, <c>\t</c> or <c>\\</c>.
/// </remarks>
internal sealed class XmlVector
{
    private static readonly string[] s_known = ["expect", "comment", "at", "limits", "differs", "escapes"];

    private readonly Dictionary<string, string> _headers = [];

    private XmlVector(string name, string file)
    {
        Name = name;
        int headerEnd = file.IndexOf("\n\n", StringComparison.Ordinal);
        foreach (string line in file[..headerEnd].Split('\n'))
        {
            int colon = line.IndexOf(": ", StringComparison.Ordinal);
            _headers.Add(line[..colon], line[(colon + 2)..]);
        }

        string[] unknown = [.. _headers.Keys.Except(s_known)];
        if (unknown.Length > 0 || Comment is null)
        {
            throw new FormatException($"{name} has no comment, or unknown headers: {string.Join(", ", unknown)}");
        }

        string message = file[(headerEnd + 2)..];
        Octets = Encoding.Latin1.GetBytes(Header("escapes") is "true" ? Unescape(message) : message);
    }

    public string Name { get; }

    public byte[] Octets { get; }

    /// <summary>The code that answers; null when the document is accepted.</summary>
    public SamlErrorCode? Expected =>
        Header("expect") is var text and not "accept" ? Enum.Parse<SamlErrorCode>(text!) : null;

    public string? Comment => Header("comment");

    /// <summary>Line and column of the refusal, "3:14"; null where the vector does not say.</summary>
    public string? Place => Header("at");

    public string? Difference => Header("differs");

    public XmlLimits Limits
    {
        get
        {
            XmlLimits limits = new();
            foreach (string pair in Header("limits")?.Split(' ') ?? [])
            {
                string[] parts = pair.Split('=');
                int bound = int.Parse(parts[1], CultureInfo.InvariantCulture);
                typeof(XmlLimits).GetProperty(parts[0])!.SetValue(limits, bound);
            }

            return limits;
        }
    }

    /// <summary>The paths below <c>vectors/xml</c>, without the extension.</summary>
    public static IEnumerable<string> Names() =>
        from path in Directory.GetFiles(Root(), "*.txt", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root(), path).Replace('\\', '/')
        orderby name
        select name[..^".txt".Length];

    // Latin-1, so that each octet is one character.
    public static XmlVector Open(string name) =>
        new(name, File.ReadAllText(Path.Combine(Root(), name + ".txt"), Encoding.Latin1));

    private static string Root()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && directory.GetFiles("*.sln").Length == 0)
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory!.FullName, "tests", "Saml.Core.Tests", "vectors", "xml");
    }

    private static string Unescape(string text)
    {
        StringBuilder octets = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                octets.Append(text[i]);
                continue;
            }

            switch (text[++i])
            {
                case 'x':
                    octets.Append((char)byte.Parse(
                        text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                    i += 2;
                    break;
                case var letter:
                    octets.Append(letter switch
                    {
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        '\\' => '\\',
                        _ => throw new FormatException($"There is no escape \\{letter}."),
                    });
                    break;
            }
        }

        return octets.ToString();
    }

    private string? Header(string name) => _headers.GetValueOrDefault(name);
}
