using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Saml.Core.Canonicalization;
using Saml.Core.Signatures;
using Saml.Core.Testing;
using Saml.Core.Xml;

namespace Saml.Core.Benchmarks;

/// <summary>
/// How large a message is: 8.5 KB as Okta sends it with six attributes, or 178 KB and 1 MB with a groups attribute besides.
/// </summary>
public enum MessageSize
{
    Okta,
    Large,
    Huge,
}

/// <summary>What signs a message.</summary>
public enum SignerKey
{
    Rsa2048,
    Rsa4096,
    EcdsaP256,
}

/// <summary>One minted message with everything that a measurement of it needs, all on the same octets.</summary>
public sealed class BenchmarkMessage
{
    private static readonly Dictionary<SignerKey, TestIdentityProvider> s_providers = new()
    {
        [SignerKey.Rsa2048] = TestIdentityProvider.Create(),
        [SignerKey.Rsa4096] = TestIdentityProvider.CreateRsa(TestIdentityProvider.ExampleEntityId, 4096),
        [SignerKey.EcdsaP256] = TestIdentityProvider.CreateEcdsa(
            TestIdentityProvider.ExampleEntityId, ECCurve.NamedCurves.nistP256),
    };

    private readonly ForgetfulReplayStore _replayStore = new();
    private readonly ResponseTemplate _template;

    private BenchmarkMessage(ResponseTemplate template, SignerKey key, SignaturePlacement placement)
    {
        TestIdentityProvider provider = s_providers[key];
        _template = template;
        Xml = provider.Mint(template, placement);
        FormValue = TestIdentityProvider.ToFormValue(Xml);
        Certificate = provider.Certificate;
        Request = ExpectedRequest.ForRequest(template.InResponseTo!);
        Options = new SamlValidatorOptions
        {
            ServiceProviderEntityId = template.Audience!,
            AssertionConsumerServiceUrl = template.Recipient!,
            IdentityProvider = new IdentityProvider(provider.EntityId, [provider.Certificate]),
            RequiredSignatures = SignatureRequirement.ResponseOrAssertion,
            ReplayStore = _replayStore,
            TimeProvider = new StandingClock(template.IssueInstant),
            XmlLimits = new XmlLimits { MaxMessageBytes = 64 * 1024 * 1024, MaxNodes = 4_000_000 },
        };
        Validator = new SamlResponseValidator(Options);
        Policy = new SignaturePolicy(Options.IdentityProvider.Keys, allowSha1: false);
        Floor = new Floor(this);
    }

    public byte[] Xml { get; }

    public string FormValue { get; }

    public X509Certificate2 Certificate { get; }

    public ExpectedRequest Request { get; }

    public SamlValidatorOptions Options { get; }

    public SamlResponseValidator Validator { get; }

    /// <summary>Bytes of the key that the replay store was given: what an entry costs is the store's.</summary>
    public int ReplayKeyBytes => _replayStore.KeyBytes;

    internal SignaturePolicy Policy { get; }

    public Floor Floor { get; }

    public static BenchmarkMessage Of(
        MessageSize size,
        SignerKey key = SignerKey.Rsa2048,
        SignaturePlacement placement = SignaturePlacement.ResponseAndAssertion) =>
        WithGroups(size switch { MessageSize.Okta => 0, MessageSize.Large => 962, _ => 5633 }, key, placement);

    /// <summary>
    /// A message with an attribute of groups that has so many values. Its name is a URI: Flex stores none of those, and
    /// what it does store has 4,096 characters at most.
    /// </summary>
    public static BenchmarkMessage WithGroups(
        int groups,
        SignerKey key = SignerKey.Rsa2048,
        SignaturePlacement placement = SignaturePlacement.ResponseAndAssertion)
    {
        ResponseTemplate template = new();
        string[] values = [.. Enumerable.Range(0, groups).Select(i => $"group-{i:D6}")];
        return new BenchmarkMessage(
            groups == 0 ? template : template.WithAttribute("urn:oid:1.3.6.1.4.1.5923.1.5.1.1", values), key, placement);
    }

    /// <summary>The form value of the same message with something else in it, signed by the same key.</summary>
    public string Mint(Func<ResponseTemplate, ResponseTemplate> change) => TestIdentityProvider.ToFormValue(
        s_providers[SignerKey.Rsa2048].Mint(change(_template), SignaturePlacement.ResponseAndAssertion));

    /// <summary>The same from the XML.</summary>
    public FlexIdentity ValidateXml()
    {
        ValueTask<SamlValidationResult> validation = Validator.ValidateXmlAsync(Xml, Request);
        return validation.IsCompleted ? validation.Result.GetRequiredIdentity() : throw new InvalidOperationException("It waited.");
    }

    /// <summary>The whole of the public API, to the identity.</summary>
    public FlexIdentity Validate()
    {
        ValueTask<SamlValidationResult> validation = Validator.ValidateAsync(FormValue, Request);
        return validation.IsCompleted ? validation.Result.GetRequiredIdentity() : throw new InvalidOperationException("It waited.");
    }

    /// <summary>Reading and verification alone.</summary>
    public bool VerifySignatures()
    {
        byte[] octets = Bindings.PostedMessage.OfXml(Xml).Rent(Options.XmlLimits, out int length);
        using XmlTree tree = XmlTreeReader.Read(octets, length, Options.XmlLimits);
        XmlElement response = tree.Root;
        XmlElement assertion = FindAssertion(response);
        MessageSignatures signatures = MessageSignatures.Read(
            response, assertion, SignatureRequirement.ResponseOrAssertion, Policy);
        return signatures.Verify(Policy).ClosestToAssertion is not null;
    }

    internal static XmlElement FindAssertion(XmlElement response)
    {
        XmlChildren children = response.Children;
        while (children.TryTake(out XmlElement child))
        {
            if (child.Is(XmlNamespace.Assertion, "Assertion"u8))
            {
                return child;
            }
        }

        throw new InvalidOperationException("There is no assertion.");
    }

    /// <summary>Does what a store of one process does, and takes the key out again: the same message comes each time.</summary>
    private sealed class ForgetfulReplayStore : IReplayStore
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);

        // Of a string: its header, its length, its characters and the zero behind them, in whole words.
        public int KeyBytes { get; private set; }

        public ValueTask<bool> TryAddAsync(string key, DateTimeOffset expiresAt, CancellationToken cancellationToken)
        {
            lock (_lock)
            {
                KeyBytes = (22 + (2 * key.Length) + 7) / 8 * 8;
                bool isFirst = _expiries.TryAdd(key, expiresAt);
                _expiries.Remove(key);
                return ValueTask.FromResult(isFirst);
            }
        }
    }

    /// <summary>Asks the system as a validator does, but says the same each time, so that no message expires.</summary>
    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            _ = base.GetUtcNow();
            return now;
        }
    }
}

/// <summary>
/// The bare platform cryptography of a message: hash its canonical elements and SignedInfos, verify its signatures,
/// with key handles that live as long as the program. Nothing that verifies the message can be faster.
/// </summary>
public sealed class Floor
{
    private readonly List<Part> _parts = [];
    private readonly RSA? _rsa;
    private readonly ECDsa? _ecdsa;

    internal Floor(BenchmarkMessage message)
    {
        _rsa = message.Certificate.GetRSAPublicKey();
        _ecdsa = message.Certificate.GetECDsaPublicKey();
        byte[] octets = Bindings.PostedMessage.OfXml(message.Xml).Rent(message.Options.XmlLimits, out int length);
        using XmlTree tree = XmlTreeReader.Read(octets, length, message.Options.XmlLimits);
        using CanonicalBuffer buffer = new(length, length * 4);
        foreach (XmlElement parent in (ReadOnlySpan<XmlElement>)[tree.Root, BenchmarkMessage.FindAssertion(tree.Root)])
        {
            XmlElement found = MessageSignatures.FindSignature(parent, out int count);
            if (count == 1)
            {
                _parts.Add(new Part(EnvelopedSignature.Read(parent, found, message.Policy), buffer));
            }
        }
    }

    /// <summary>Octets that are hashed.</summary>
    public int HashedBytes => _parts.Sum(part => part.Element.Length + part.SignedInfo.Length);

    /// <summary>The hashes alone.</summary>
    public bool Hash()
    {
        bool same = true;
        Span<byte> hash = stackalloc byte[32];
        foreach (Part part in _parts)
        {
            SHA256.HashData(part.SignedInfo, hash);
            SHA256.HashData(part.Element, hash);
            same &= hash.SequenceEqual(part.Digest);
        }

        return same;
    }

    /// <summary>The public-key operations alone.</summary>
    public bool VerifyHashes()
    {
        bool verified = true;
        foreach (Part part in _parts)
        {
            verified &= Verify(part.SignedInfoHash, part.Signature);
        }

        return verified;
    }

    public bool Run()
    {
        bool verified = true;
        Span<byte> hash = stackalloc byte[32];
        foreach (Part part in _parts)
        {
            SHA256.HashData(part.SignedInfo, hash);
            verified &= Verify(hash, part.Signature);
            SHA256.HashData(part.Element, hash);
            verified &= hash.SequenceEqual(part.Digest);
        }

        return verified ? true : throw new InvalidOperationException("The floor does not verify.");
    }

    private bool Verify(ReadOnlySpan<byte> hash, byte[] signature) => _rsa is not null
        ? _rsa.VerifyHash(hash, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        : _ecdsa!.VerifyHash(hash, signature);

    private sealed class Part
    {
        internal Part(EnvelopedSignature signature, CanonicalBuffer buffer)
        {
            ExclusiveCanonicalization.Write(signature.SignedInfo, -1, signature.SignedInfoPrefixes, buffer);
            SignedInfo = buffer.Octets.ToArray();
            SignedInfoHash = SHA256.HashData(SignedInfo);
            ExclusiveCanonicalization.Write(
                signature.Parent, signature.Signature.Index, signature.ReferencePrefixes, buffer);
            Element = buffer.Octets.ToArray();
            Signature = signature.SignatureValue(new byte[1024]).ToArray();
            Digest = signature.DigestValue(new byte[64]).ToArray();
        }

        public byte[] SignedInfo { get; }

        public byte[] SignedInfoHash { get; }

        public byte[] Element { get; }

        public byte[] Signature { get; }

        public byte[] Digest { get; }
    }
}
