using Saml.Core.Testing;

namespace Saml.Core.Tests.Attacks;

/// <summary>The genuine messages that attacks are built from, by what is signed in them.</summary>
[Flags]
internal enum Bases
{
    Assertion = 1,
    Response = 2,
    Both = 4,
    WithSignedAssertion = Assertion | Both,
    WithSignedResponse = Response | Both,
    All = Assertion | Response | Both,
}

internal static class BasesExtensions
{
    public static IEnumerable<SignaturePlacement> Placements(this Bases bases)
    {
        (Bases Base, SignaturePlacement Placement)[] all =
        [
            (Bases.Assertion, SignaturePlacement.Assertion),
            (Bases.Response, SignaturePlacement.Response),
            (Bases.Both, SignaturePlacement.ResponseAndAssertion),
        ];
        return all.Where(each => bases.HasFlag(each.Base)).Select(each => each.Placement);
    }
}
