using System.Buffers;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Fuzz.Targets;

/// <summary>Reads octets as the validator reads messages.</summary>
internal static class Octets
{
    private static readonly XmlLimits s_limits = new();

    public static XmlTree Read(ReadOnlySpan<byte> xml)
    {
        byte[] octets = ArrayPool<byte>.Shared.Rent((xml.Length * 2) + 16);
        xml.CopyTo(octets);
        return XmlTreeReader.Read(octets, xml.Length, s_limits);
    }

    /// <summary>Null when the document is refused.</summary>
    public static XmlTree? TryRead(ReadOnlySpan<byte> xml)
    {
        try
        {
            return Read(xml);
        }
        catch (SamlRejection)
        {
            return null;
        }
    }

    /// <summary>Why the document is refused; null when it is not.</summary>
    public static SamlRejection? FindRejection(ReadOnlySpan<byte> xml)
    {
        try
        {
            Read(xml).Dispose();
            return null;
        }
        catch (SamlRejection rejection)
        {
            return rejection;
        }
    }
}
