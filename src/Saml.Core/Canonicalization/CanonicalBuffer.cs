using System.Buffers;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Canonicalization;

/// <summary>A pooled buffer that canonical octets are collected in, once for each digest and used again for the next.</summary>
internal sealed class CanonicalBuffer : IDisposable
{
    private readonly int _limit;
    private byte[]? _octets;
    private int _capacity;
    private int _length;

    /// <param name="capacity">Octets expected.</param>
    /// <param name="limit">
    /// Octets allowed. Canonical form repeats a namespace declaration wherever no ancestor in the output has it, so that
    /// a small message can have a large canonical form.
    /// </param>
    public CanonicalBuffer(int capacity, int limit)
    {
        _limit = limit;
        Rent(capacity);
    }

    public ReadOnlySpan<byte> Octets => Buffer.AsSpan(0, _length);

    private byte[] Buffer => _octets ?? throw new ObjectDisposedException(nameof(CanonicalBuffer));

    public void Clear() => _length = 0;

    public void Append(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > _capacity - _length)
        {
            Grow(octets.Length);
        }

        octets.CopyTo(Buffer.AsSpan(_length));
        _length += octets.Length;
    }

    /// <summary>Octets so far.</summary>
    public int Length => _length;

    /// <summary>Appends a part of what was written before.</summary>
    public void Repeat(Slice written)
    {
        if (written.Length > _capacity - _length)
        {
            Grow(written.Length);
        }

        Buffer.AsSpan(written.Start, written.Length).CopyTo(Buffer.AsSpan(_length));
        _length += written.Length;
    }

    public void Append(byte octet)
    {
        if (_length == _capacity)
        {
            Grow(1);
        }

        Buffer[_length++] = octet;
    }

    public void Dispose()
    {
        if (_octets is not null)
        {
            ArrayPool<byte>.Shared.Return(_octets);
            _octets = null;
        }
    }

    private void Grow(int octets)
    {
        long needed = (long)_length + octets;
        if (needed > _limit)
        {
            throw new SamlRejection(
                SamlErrorCode.CanonicalizationFailed, subject: "its canonical form is several times as long as the message");
        }

        byte[] smaller = Buffer;
        Rent((int)Math.Min(_limit, Math.Max(needed, _capacity * 2L)));
        smaller.AsSpan(0, _length).CopyTo(_octets);
        ArrayPool<byte>.Shared.Return(smaller);
    }

    // The pool hands out more than was asked for; the limit holds all the same.
    private void Rent(int capacity)
    {
        _octets = ArrayPool<byte>.Shared.Rent(capacity);
        _capacity = Math.Min(_octets.Length, _limit);
    }
}
