using Saml.Core.Bindings;
using Saml.Core.Canonicalization;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Validation;
using Saml.Core.Xml;

namespace Saml.Core.Benchmarks;

/// <summary>The steps of one validation, each on what the one before it made, so that each can be measured alone.</summary>
public sealed class MessageParts : IDisposable
{
    private readonly BenchmarkMessage _message;
    private readonly XmlTree _tree;
    private readonly CanonicalBuffer _buffer;
    private readonly Expectations _expectations;
    private readonly UnverifiedResponse _response;
    private readonly Assertion _assertion;
    private readonly AcceptedAssertion _accepted;
    private readonly EnvelopedSignature[] _signatures;

    public MessageParts(BenchmarkMessage message)
    {
        _message = message;
        _tree = ReadTree();
        _buffer = new CanonicalBuffer(_tree.Root.Length, _tree.Root.Length * 4);
        _expectations = new Expectations(message.Options);
        _response = UnverifiedResponse.Read(_tree);
        _signatures = [.. Parents().Select(parent =>
            EnvelopedSignature.Read(parent, MessageSignatures.FindSignature(parent, out _), message.Policy))];
        _assertion = Assertion.Read(ReadSignatures().Verify(message.Policy));
        _accepted = Accept();
    }

    /// <summary>Form value to octets.</summary>
    public int Base64()
    {
        byte[] octets = PostedMessage.OfForm(_message.FormValue).Rent(_message.Options.XmlLimits, out int length);
        System.Buffers.ArrayPool<byte>.Shared.Return(octets);
        return length;
    }

    /// <summary>Octets to tree.</summary>
    public int Reading()
    {
        using XmlTree tree = ReadTree();
        return tree.NodeCount;
    }

    /// <summary>The elements that the rules before verification look at, and these rules.</summary>
    public bool UnverifiedRead()
    {
        UnverifiedResponse response = UnverifiedResponse.Read(_tree);
        Rules.Check(Rules.BeforeVerification, Context(response));
        return response.IsSigned;
    }

    /// <summary>Everything about the signatures that needs no cryptography.</summary>
    public bool SignatureShape()
    {
        _ = ReadSignatures();
        return true;
    }

    /// <summary>Canonical octets of each SignedInfo and each signed element.</summary>
    public int Canonicalization()
    {
        int length = 0;
        foreach (ref readonly EnvelopedSignature signature in _signatures.AsSpan())
        {
            ExclusiveCanonicalization.Write(signature.SignedInfo, -1, signature.SignedInfoPrefixes, _buffer);
            length += _buffer.Length;
            ExclusiveCanonicalization.Write(
                signature.Parent, signature.Signature.Index, signature.ReferencePrefixes, _buffer);
            length += _buffer.Length;
        }

        return length;
    }

    /// <summary>Hashes of these octets.</summary>
    public bool Digest() => _message.Floor.Hash();

    /// <summary>The public-key operations.</summary>
    public bool Signature() => _message.Floor.VerifyHashes();

    /// <summary>The elements of the assertion, now as signed.</summary>
    public int SignedAssertion() => AssertionContent.Read(_assertion.Content.Element).AttributeCount;

    /// <summary>All rules about the signed assertion, and the assertion as callers see it.</summary>
    public bool RulesAndAssertion() => Accept() is not null;

    /// <summary>The Flex user.</summary>
    public FlexIdentity Identity()
    {
        Errors.WarningList warnings = new(_message.Options);
        return FlexIdentity.Map(_accepted, _message.Options.Flex, ref warnings);
    }

    public void Dispose()
    {
        _buffer.Dispose();
        _tree.Dispose();
    }

    private XmlTree ReadTree()
    {
        byte[] octets = PostedMessage.OfXml(_message.Xml).Rent(_message.Options.XmlLimits, out int length);
        return XmlTreeReader.Read(octets, length, _message.Options.XmlLimits);
    }

    private XmlElement[] Parents() => [_tree.Root, BenchmarkMessage.FindAssertion(_tree.Root)];

    private MessageSignatures ReadSignatures() => MessageSignatures.Read(
        _response.Element,
        _response.Assertion.Content.Element,
        _message.Options.RequiredSignatures,
        _message.Policy);

    private AcceptedAssertion Accept() => AcceptedAssertion.Accept(_assertion, Context(_response));

    private RuleContext Context(in UnverifiedResponse response) =>
        new(_expectations, _message.Request, _message.Options.TimeProvider.GetUtcNow(), response);
}
