namespace Saml.Core.Tests.Errors;

/// <summary>Numbers that are kept for later and that this version never reports.</summary>
internal static class ReservedCodes
{
    private static readonly HashSet<int> s_numbers =
    [
        1002, 1003, 1006, 1007, 1011,
        2022,
        3027, 3028, 3029,
        4001, 4002, 4003, 4004, 4005, 4006, 4008,
        5118, 5211, 5403,
        9006, 9007, 9008, 9009, 9010, 9011, 9012, 9013,
    ];

    public static IReadOnlyCollection<int> Numbers => s_numbers;

    public static bool Contains(SamlErrorCode code) => s_numbers.Contains((int)code);
}
