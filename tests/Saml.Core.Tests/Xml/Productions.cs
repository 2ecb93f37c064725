namespace Saml.Core.Tests.Xml;

/// <summary>Productions 2, 4 and 4a of XML 1.0 (Fifth Edition); the colon is left to Namespaces.</summary>
internal static class Productions
{
    private static readonly (int First, int Last)[] s_character =
        [(0x9, 0x9), (0xA, 0xA), (0xD, 0xD), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)];

    private static readonly (int First, int Last)[] s_nameStart =
    [
        ('A', 'Z'), ('_', '_'), ('a', 'z'), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x2FF), (0x370, 0x37D), (0x37F, 0x1FFF),
        (0x200C, 0x200D), (0x2070, 0x218F), (0x2C00, 0x2FEF), (0x3001, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFFD),
        (0x10000, 0xEFFFF),
    ];

    private static readonly (int First, int Last)[] s_furtherName =
        [('-', '-'), ('.', '.'), ('0', '9'), (0xB7, 0xB7), (0x0300, 0x036F), (0x203F, 0x2040)];

    public static bool IsCharacter(int scalar) => Has(s_character, scalar);

    public static bool IsNameStart(int scalar) => Has(s_nameStart, scalar);

    public static bool IsName(int scalar) => IsNameStart(scalar) || Has(s_furtherName, scalar);

    // Not a query: all of Unicode passes here.
    private static bool Has((int First, int Last)[] ranges, int scalar)
    {
        foreach ((int first, int last) in ranges)
        {
            if (scalar >= first && scalar <= last)
            {
                return true;
            }
        }

        return false;
    }
}
