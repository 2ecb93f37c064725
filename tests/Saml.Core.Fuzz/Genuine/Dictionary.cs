using System.Globalization;
using System.Text;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>The tokens of saml.dict, one character an octet.</summary>
internal static class Dictionary
{
    public static IReadOnlyList<string> Tokens { get; } = Read();

    private static string[] Read()
    {
        using Stream stream = typeof(Dictionary).Assembly.GetManifestResourceStream("saml.dict")!;
        using StreamReader reader = new(stream, Encoding.Latin1);
        return
        [
            .. reader.ReadToEnd().Split('\n')
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => Unescape(line[(line.IndexOf('"') + 1)..line.LastIndexOf('"')])),
        ];
    }

    private static string Unescape(string text)
    {
        StringBuilder unescaped = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                unescaped.Append(text[i]);
            }
            else if (text[++i] == 'x')
            {
                unescaped.Append((char)byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier));
                i += 2;
            }
            else
            {
                unescaped.Append(text[i]);
            }
        }

        return unescaped.ToString();
    }
}
