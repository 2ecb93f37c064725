namespace Saml.Core.Fuzz.Mutations;

/// <summary>One way to change a message.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Weight">How often it is chosen.</param>
/// <param name="Apply">The changed text; null where there is nothing to change.</param>
internal sealed record Mutation(string Name, int Weight, Func<Draft, string?> Apply)
{
    private static readonly Mutation[] s_lots;

    static Mutation()
    {
        All =
        [
            .. OctetMutations.All, .. TokenMutations.All, .. NodeMutations.All, .. WrappingMutations.All,
            .. AttributeMutations.All, .. NamespaceMutations.All, .. EncodingMutations.All, .. SignatureMutations.All,
            .. IdMutations.All, .. TextMutations.All, .. SameMeaningMutations.All,
        ];
        s_lots = [.. All.SelectMany(mutation => Enumerable.Repeat(mutation, mutation.Weight))];
    }

    public static IReadOnlyList<Mutation> All { get; }

    public static Mutation Choose(Choice choice) => choice.Of(s_lots);
}
