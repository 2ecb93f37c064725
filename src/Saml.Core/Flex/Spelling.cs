namespace Saml.Core.Flex;

/// <summary>Compares words as people mistype them.</summary>
internal static class Spelling
{
    /// <summary>The longest word that is looked at; names of roles and attributes are shorter.</summary>
    public const int MaxLength = 64;

    /// <summary>The letters and digits, those of ASCII in lower case; empty when there are too many.</summary>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> text, Span<char> buffer)
    {
        int length = 0;
        foreach (char character in text)
        {
            if (!char.IsLetterOrDigit(character))
            {
                continue;
            }

            if (length == MaxLength)
            {
                return [];
            }

            buffer[length++] = char.IsAsciiLetterUpper(character) ? (char)(character | ' ') : character;
        }

        return buffer[..length];
    }

    /// <summary>Whether one slip of the hand, or two in a long word, makes one word of the other.</summary>
    public static bool IsNear(ReadOnlySpan<char> sent, ReadOnlySpan<char> meant)
    {
        int slips = meant.Length switch
        {
            < 5 => 0,
            < 8 => 1,
            _ => 2,
        };
        return sent.Length <= MaxLength && Math.Abs(sent.Length - meant.Length) <= slips
            && Distance(sent, meant) <= slips;
    }

    // Optimal string alignment: an insertion, a deletion, a replacement and a swap of neighbours are one slip each.
    private static int Distance(ReadOnlySpan<char> sent, ReadOnlySpan<char> meant)
    {
        Span<int> before = stackalloc int[MaxLength + 3];
        Span<int> above = stackalloc int[MaxLength + 3];
        Span<int> row = stackalloc int[MaxLength + 3];
        for (int j = 0; j <= meant.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= sent.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= meant.Length; j++)
            {
                int replaced = above[j - 1] + (sent[i - 1] == meant[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && sent[i - 1] == meant[j - 2] && sent[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            Span<int> oldest = before;
            before = above;
            above = row;
            row = oldest;
        }

        return above[meant.Length];
    }
}
