namespace Saml.Core.Tool.Certificates;

/// <summary>Counts where PEM blocks begin, before anything reads them.</summary>
internal static class PemMarks
{
    /// <summary>What is said of a text with too many.</summary>
    public const string TooMany = "a text with more than 1000 PEM blocks; take those of the identity provider out";

    private const string Mark = "-----BEGIN";

    // The platform looks for the end of each block anew, through the rest of the text where it has none: what time it takes
    // grows with the square. A bundle of all authorities that browsers trust has some 150.
    private const int Most = 1000;

    /// <summary>Whether a text has more than anybody means to give.</summary>
    public static bool AreTooMany(string text) => text.AsSpan().Count(Mark) > Most;
}
