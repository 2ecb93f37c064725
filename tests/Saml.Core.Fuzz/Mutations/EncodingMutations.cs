using System.Text;

namespace Saml.Core.Fuzz.Mutations;

/// <summary>The same characters in other octets, or the same octets under another name.</summary>
internal static class EncodingMutations
{
    private static readonly string[] s_declarations =
    [
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version='1.0'?>", "<?xml version=\"1.1\" encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-7\"?>", "<?xml version=\"1.0\" standalone=\"yes\"?>", "",
    ];

    private static readonly string[] s_marks = ["\u00EF\u00BB\u00BF", "\u00FF\u00FE", "\u00FE\u00FF", "+/v8-"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("put a byte order mark first", 2, draft => draft.Choice.Of(s_marks) + draft.Text),
        new("change the XML declaration", 3, ChangeDeclaration),
        new("encode as UTF-16", 1, draft => Encode(draft, Encoding.Unicode)),
        new("encode as UTF-16, big-endian", 1, draft => Encode(draft, Encoding.BigEndianUnicode)),
        new("encode as UTF-32", 1, draft => Encode(draft, Encoding.UTF32)),
        new("encode as Latin-1", 1, draft => Encode(draft, Encoding.Latin1)),
        new("encode a character in too many octets", 2, Overlong),
        new("put NUL between octets", 1, draft => draft.Insert(draft.Position(), "\0")),
    ];

    private static string ChangeDeclaration(Draft draft)
    {
        int end = draft.Text.StartsWith("<?xml", StringComparison.Ordinal)
            ? draft.Text.IndexOf('>', StringComparison.Ordinal) + 1
            : 0;
        return draft.Replace(0, end, draft.Choice.Of(s_declarations));
    }

    private static string Encode(Draft draft, Encoding encoding)
    {
        string characters = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(draft.Text));
        byte[] mark = draft.Choice.OneIn(2) ? encoding.GetPreamble() : [];
        return Encoding.Latin1.GetString([.. mark, .. encoding.GetBytes(characters)]);
    }

    private static string? Overlong(Draft draft)
    {
        int position = draft.Position();
        if (position >= draft.Text.Length || draft.Text[position] >= 0x80)
        {
            return null;
        }

        char octet = draft.Text[position];
        char low = (char)(0x80 | (octet & 0x3F));
        char middle = (char)(0x80 | (octet >> 6));
        return draft.Replace(
            position,
            position + 1,
            draft.Choice.OneIn(2) ? [(char)(0xC0 | (octet >> 6)), low] : ['\u00E0', middle, low]);
    }
}
