using System.Buffers;
using Saml.Core.Bindings;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Xml;

namespace Saml.Core.Explanation;

/// <summary>
/// Whether something on the way has re-formatted a signed message: whether its signatures verify once the white space
/// between its tags is taken out again. The answer is a hint for a person; what was verified here is thrown away.
/// </summary>
internal static class Reformatting
{
    private static readonly SearchValues<byte> s_whiteSpace = SearchValues.Create(" \t\r\n"u8);

    public static bool Explains(ReadOnlySpan<byte> xml, XmlLimits limits, SignaturePolicy policy)
    {
        byte[] compact = new byte[xml.Length];
        int length = WriteCompact(xml, compact);
        if (length == xml.Length)
        {
            return false;
        }

        try
        {
            byte[] octets = PostBinding.Copy(compact.AsSpan(0, length), limits);
            using XmlTree tree = XmlTreeReader.Read(octets, length, limits);
            UnverifiedResponse response = UnverifiedResponse.Read(tree);
            MessageSignatures.Read(
                response.Element, response.Assertion.Content.Element, SignatureRequirement.ResponseOrAssertion, policy)
                .Verify(policy);
            return true;
        }
        catch (SamlRejection)
        {
            return false;
        }
    }

    // White space between the end of one tag and the start of the next.
    private static int WriteCompact(ReadOnlySpan<byte> xml, Span<byte> destination)
    {
        int written = 0;
        while (!xml.IsEmpty)
        {
            int end = xml.IndexOf((byte)'>') + 1;
            end = end == 0 ? xml.Length : end;
            xml[..end].CopyTo(destination[written..]);
            written += end;
            xml = xml[end..];
            int next = xml.IndexOfAnyExcept(s_whiteSpace);
            xml = next > 0 && xml[next] == '<' ? xml[next..] : xml;
        }

        return written;
    }
}
