namespace Saml.Core.Tests.Cost;

/// <summary>Distinct names that collide under a hash, as many as are wanted.</summary>
internal static class HashCollisions
{
    private const string LastCharacters = "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

    /// <summary>"Aa" and "BB" are the same to h * 31 + c, and so is every string of them of one length.</summary>
    public static string Polynomial31(int i) => string.Concat(
        Enumerable.Range(0, 20).Select(bit => (i >> bit & 1) == 0 ? "Aa" : "BB"));

    /// <summary>Of an odd length, and the same but for the last octet in runs as long as there are characters for it.</summary>
    public static string LastCharacter(int i) =>
        $"n{i / LastCharacters.Length:D5}{LastCharacters[i % LastCharacters.Length]}";
}
