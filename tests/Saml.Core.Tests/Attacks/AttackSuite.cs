namespace Saml.Core.Tests.Attacks;

/// <summary>All attacks that are data; the rest of the catalogue is covered by tests with <see cref="CatalogueRowAttribute"/>.</summary>
internal static class AttackSuite
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        .. WrappingAttacks.All,
        .. IdentifierAttacks.All,
        .. StructureAttacks.All,
        .. TransformAttacks.All,
        .. AlgorithmAttacks.All,
        .. KeyAttacks.All,
        .. SemanticAttacks.All,
        .. TimeAttacks.All,
        .. ReplayAttacks.All,
        .. EncryptionAttacks.All,
        .. PlatformAttacks.All,
        .. TextAttacks.All,
        .. DoctypeAttacks.All,
        .. EncodingAttacks.All,
        .. TransportAttacks.All,
        .. LexicalVariants.All,
        .. ExhaustionAttacks.All,
    ];

    private static readonly Dictionary<string, Attack> s_byTitle = All.ToDictionary(attack => attack.Title);

    public static TheoryData<string> Titles => [.. All.Select(attack => attack.Title)];

    public static TheoryData<string> RefusedTitles =>
        [.. All.Where(attack => attack.Expected != SamlErrorCode.None).Select(attack => attack.Title)];

    public static Attack Find(string title) => s_byTitle[title];
}
