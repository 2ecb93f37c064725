using Saml.Core.Tests.Xml;

namespace Saml.Core.Fuzz.Targets;

/// <summary>Any octets: the reader and System.Xml read the same, or both refuse, apart from known differences.</summary>
internal static class ReaderTarget
{
    public static void Run(byte[] octets)
    {
        Comparison comparison = Comparison.Of(octets);
        if (!comparison.IsSound)
        {
            throw new FindingException(comparison.ToString());
        }
    }
}
