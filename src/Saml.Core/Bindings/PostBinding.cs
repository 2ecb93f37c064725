using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Saml.Core.Errors;

namespace Saml.Core.Bindings;

/// <summary>
/// The HTTP POST binding's form value (SAML Bindings 3.5.4): base64 as in RFC 2045, without its leniency. Line breaks,
/// spaces and tabs may stand between groups of four characters; nothing else outside the alphabet is skipped.
/// </summary>
internal static class PostBinding
{
    // As many at a time as the first cache holds with what they decode to; whole groups of four.
    private const int PieceCharacters = 4096;

    private static readonly SearchValues<char> s_whiteSpace = SearchValues.Create(" \t\r\n");
    private static readonly SearchValues<byte> s_whiteSpaceOctets = SearchValues.Create(" \t\r\n"u8);

    /// <summary>Decodes into a pooled buffer that has room for the reader's normalised values, and that the reader takes over.</summary>
    public static byte[] Decode(string? samlResponse, XmlLimits limits, out int length)
    {
        ReadOnlySpan<char> encoded = samlResponse.AsSpan();
        if (!encoded.ContainsAnyExcept(s_whiteSpace))
        {
            throw new SamlRejection(SamlErrorCode.MissingSamlResponse);
        }

        CheckLength(encoded, limits);

        // Room for the decoded octets twice, and for the characters as octets behind the first of the two.
        int decoded = encoded.Length / 4 * 3;
        byte[] octets = ArrayPool<byte>.Shared.Rent((decoded * 2) + encoded.Length + XmlRoom);
        bool complete = false;
        try
        {
            length = TryDecodeGroups(encoded, octets, out int written)
                ? written
                : DecodeRuns(Narrow(encoded, octets.AsSpan(decoded + 3)), octets);
            CheckBytes(length, limits);
            complete = true;
            return octets;
        }
        finally
        {
            if (!complete)
            {
                ArrayPool<byte>.Shared.Return(octets);
            }
        }
    }

    /// <summary>Copies XML into such a buffer, so that nobody can change it while it is validated.</summary>
    public static byte[] Copy(ReadOnlySpan<byte> xml, XmlLimits limits)
    {
        CheckBytes(xml.Length, limits);
        byte[] octets = ArrayPool<byte>.Shared.Rent((xml.Length * 2) + XmlRoom);
        xml.CopyTo(octets);
        return octets;
    }

    /// <summary>Octets that the reader needs beyond twice the message.</summary>
    private const int XmlRoom = 16;

    // Nothing is counted, allocated or decoded for a value that is too long in any case.
    private static void CheckLength(ReadOnlySpan<char> encoded, XmlLimits limits)
    {
        long longest = (limits.MaxMessageBytes + 2L) / 3 * 4;
        if (encoded.Length > longest * 2)
        {
            throw TooLarge(encoded.Length / 4L * 3, limits);
        }

        if (encoded.Length > longest)
        {
            int characters = encoded.Length;
            foreach (char character in encoded)
            {
                characters -= s_whiteSpace.Contains(character) ? 1 : 0;
            }

            CheckBytes(characters / 4L * 3, limits, padding: 2);
        }
    }

    private static void CheckBytes(long bytes, XmlLimits limits, int padding = 0)
    {
        if (bytes - padding > limits.MaxMessageBytes)
        {
            throw TooLarge(bytes, limits);
        }
    }

    // Without white space every piece decodes to three octets a group, but for padding at the end of the last.
    private static bool TryDecodeGroups(ReadOnlySpan<char> encoded, Span<byte> destination, out int written)
    {
        written = 0;
        Span<byte> piece = stackalloc byte[PieceCharacters];
        for (ReadOnlySpan<char> rest = encoded; !rest.IsEmpty;)
        {
            int length = Math.Min(rest.Length, PieceCharacters);
            int padding = length < rest.Length ? 0 : rest is [.., '=', '='] ? 2 : rest is [.., '='] ? 1 : 0;
            if (length % 4 != 0
                || Ascii.FromUtf16(rest[..length], piece, out _) != OperationStatus.Done
                || Base64.DecodeFromUtf8(piece[..length], destination[written..], out _, out int decoded) != OperationStatus.Done
                || decoded != (length / 4 * 3) - padding)
            {
                return false;
            }

            written += decoded;
            rest = rest[length..];
        }

        return true;
    }

    private static ReadOnlySpan<byte> Narrow(ReadOnlySpan<char> encoded, Span<byte> ascii) =>
        Ascii.FromUtf16(encoded, ascii, out int narrowed) == OperationStatus.Done
            ? ascii[..narrowed]
            : throw InvalidBase64(narrowed);

    private static int DecodeRuns(ReadOnlySpan<byte> ascii, Span<byte> destination)
    {
        int total = 0;
        int position = 0;
        while (position < ascii.Length)
        {
            if (s_whiteSpaceOctets.Contains(ascii[position]))
            {
                position++;
                continue;
            }

            ReadOnlySpan<byte> rest = ascii[position..];
            int run = rest.IndexOfAny(s_whiteSpaceOctets) is >= 0 and var end ? end : rest.Length;
            ReadOnlySpan<byte> groups = rest[..run];
            OperationStatus status = Base64.DecodeFromUtf8(groups, destination[total..], out int consumed, out int written);
            bool isPadded = groups[^1] == (byte)'=';
            if (status != OperationStatus.Done || run % 4 != 0)
            {
                throw InvalidBase64(position + Math.Min(consumed, run - 1));
            }

            total += written;
            position += run;
            if (isPadded && ascii[position..].ContainsAnyExcept(s_whiteSpaceOctets))
            {
                throw InvalidBase64(position);
            }
        }

        return total;
    }

    private static SamlRejection InvalidBase64(int position) =>
        new(SamlErrorCode.InvalidBase64, actual: position.ToString(CultureInfo.InvariantCulture));

    private static SamlRejection TooLarge(long bytes, XmlLimits limits) => new(
        SamlErrorCode.MessageTooLarge,
        limits.MaxMessageBytes.ToString(CultureInfo.InvariantCulture),
        bytes.ToString(CultureInfo.InvariantCulture));
}
