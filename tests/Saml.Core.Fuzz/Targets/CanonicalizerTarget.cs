using System.Text;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Fuzz.Targets;

/// <summary>The canonical form of what is read can be read again, and is its own canonical form.</summary>
internal static class CanonicalizerTarget
{
    private const int MostChildren = 4;

    public static void Run(byte[] octets)
    {
        using XmlTree? tree = Octets.TryRead(octets);
        if (tree is null)
        {
            return;
        }

        Check(tree, omitted: -1);
        int children = 0;
        int end = tree.Node(0).SubtreeEnd;
        for (int index = 1; index < end && children < MostChildren; index = tree.Node(index).SubtreeEnd)
        {
            if (tree.Node(index).Kind == XmlNodeKind.Element)
            {
                Check(tree, index);
                children++;
            }
        }
    }

    private static void Check(XmlTree tree, int omitted)
    {
        using CanonicalBuffer first = NewBuffer(tree.Root.Length);
        bool usesList = omitted < 0;
        if (!TryWrite(tree, omitted, usesList, first))
        {
            return;
        }

        using XmlTree again = ReadAgain(first);
        using CanonicalBuffer second = NewBuffer(again.Root.Length);
        if (!TryWrite(again, -1, usesList, second) || !first.Octets.SequenceEqual(second.Octets))
        {
            throw new FindingException(
                $"Canonical form: {Encoding.Latin1.GetString(first.Octets)}\n"
                + $"Of that:        {Encoding.Latin1.GetString(second.Octets)}");
        }
    }

    private static XmlTree ReadAgain(CanonicalBuffer canonical)
    {
        try
        {
            return Octets.Read(canonical.Octets);
        }
        catch (SamlRejection rejection)
        {
            throw new FindingException(
                $"Canonical form cannot be read ({rejection.ToError()}): {Encoding.Latin1.GetString(canonical.Octets)}");
        }
    }

    /// <summary>False when the message is refused for its PrefixList or the length of its canonical form.</summary>
    private static bool TryWrite(XmlTree tree, int omitted, bool usesList, CanonicalBuffer output)
    {
        try
        {
            InclusivePrefixes prefixes = usesList ? Prefixes(tree) : default;
            ExclusiveCanonicalization.Write(tree.Root, omitted, prefixes, output);
            return true;
        }
        catch (SamlRejection)
        {
            return false;
        }
    }

    // A list that the document itself holds, so that the fuzzer can choose it.
    private static InclusivePrefixes Prefixes(XmlTree tree)
    {
        for (int index = 0; index < tree.NodeCount; index++)
        {
            XmlElement element = new(tree, index);
            if (tree.Node(index).Kind == XmlNodeKind.Element
                && element.Is(XmlNamespace.ExclusiveCanonicalization, "InclusiveNamespaces"u8))
            {
                return InclusivePrefixes.Read(element);
            }
        }

        return default;
    }

    private static CanonicalBuffer NewBuffer(int length) => new(length + 4096, (length * 4) + 4096);
}
