using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Xml;

namespace Saml.Core.Signatures;

/// <summary>
/// The one shape of <c>ds:Signature</c> that SAML Core 5.4 leaves: a direct child of the element that it signs, one
/// Reference to that element's ID, the enveloped-signature transform and then exclusive canonicalization, no Object.
/// Reading it proves nothing; <see cref="VerifiedElement.Verify"/> does.
/// </summary>
/// <remarks>The Reference's URI is compared with the parent's ID and never resolved. KeyInfo is not looked into.</remarks>
internal readonly struct EnvelopedSignature
{
    private readonly XmlElement _digestValue;
    private readonly XmlElement _signatureValue;
    private readonly XmlElement _referenceInclusive;
    private readonly XmlElement _signedInfoInclusive;

    private EnvelopedSignature(XmlElement parent, XmlElement signature, in Parts parts, SignaturePolicy policy)
    {
        Parent = parent;
        Signature = signature;
        SignedInfo = parts.SignedInfo;
        Algorithm = SignatureAlgorithm.Select(parts.SignatureMethod.Attribute("Algorithm"u8), policy.AllowSha1);
        Digest = HashFunction.Select(parts.DigestMethod.Attribute("Algorithm"u8), policy.AllowSha1);
        _digestValue = parts.DigestValue;
        _signatureValue = parts.SignatureValue;
        _referenceInclusive = parts.ReferenceInclusive;
        _signedInfoInclusive = parts.SignedInfoInclusive;
    }

    /// <summary>The element that carries the signature, and that alone it can cover.</summary>
    public XmlElement Parent { get; }

    public XmlElement Signature { get; }

    public XmlElement SignedInfo { get; }

    public SignatureAlgorithm Algorithm { get; }

    public HashFunction Digest { get; }

    /// <summary>PrefixList of the Reference's canonicalization.</summary>
    public InclusivePrefixes ReferencePrefixes => Prefixes(_referenceInclusive);

    /// <summary>PrefixList of the canonicalization of SignedInfo.</summary>
    public InclusivePrefixes SignedInfoPrefixes => Prefixes(_signedInfoInclusive);

    /// <summary>Reads and checks everything about a signature that needs no cryptography, in the order of its codes.</summary>
    public static EnvelopedSignature Read(XmlElement parent, XmlElement signature, SignaturePolicy policy)
    {
        Parts parts = new(signature);
        CheckReferenceUri(parent, parts.Reference);
        CheckTransforms(ref parts);
        CheckCanonicalizationMethod(ref parts);
        EnvelopedSignature read = new(parent, signature, parts, policy);
        if (parts.Object.Exists)
        {
            throw parts.Object.Reject(SamlErrorCode.ObjectOrManifestNotAllowed);
        }

        policy.CheckKeyKind(read.Algorithm);
        CheckPrefixes(read._referenceInclusive);
        CheckPrefixes(read._signedInfoInclusive);
        CheckLength(read._digestValue, read.Digest.Bytes);
        policy.CheckSignatureLength(read.Algorithm, read._signatureValue, Base64Length(read._signatureValue));
        return read;
    }

    /// <summary>Decodes DigestValue; its length has been checked.</summary>
    public ReadOnlySpan<byte> DigestValue(Span<byte> destination) => Decode(_digestValue, destination);

    /// <summary>Decodes SignatureValue; its length has been checked.</summary>
    public ReadOnlySpan<byte> SignatureValue(Span<byte> destination) => Decode(_signatureValue, destination);

    // SAML Core 5.4.2.
    private static void CheckReferenceUri(XmlElement parent, XmlElement reference)
    {
        bool isPresent = reference.TryAttribute("URI"u8, out ReadOnlySpan<byte> uri);
        if (uri is not [(byte)'#', _, ..] || uri.ContainsAny("()"u8))
        {
            throw reference.Reject(SamlErrorCode.ReferenceUriInvalid, actual: isPresent ? SafeText.Of(uri) : null);
        }

        ReadOnlySpan<byte> id = parent.Attribute("ID"u8);
        if (!uri[1..].SequenceEqual(id))
        {
            throw reference.Reject(
                SamlErrorCode.ReferenceTargetMismatch, SafeText.Of(id), SafeText.Of(uri), parent.DisplayName());
        }
    }

    // SAML Core 5.4.4, and the order in which the two have a meaning.
    private static void CheckTransforms(ref Parts parts)
    {
        if (!parts.Transforms.Exists)
        {
            throw parts.Reference.Reject(SamlErrorCode.TransformNotAllowed, SafeText.Of(EnvelopedSignatureUri));
        }

        XmlChildren transforms = parts.Transforms.Children;
        XmlElement enveloped = TakeTransform(parts.Transforms, ref transforms, EnvelopedSignatureUri);
        CheckEnd(enveloped, enveloped.Children);
        XmlElement canonicalization = TakeTransform(parts.Transforms, ref transforms, ExclusiveUri);
        parts.ReferenceInclusive = ReadInclusive(canonicalization);
        if (transforms.TryTake(out XmlElement further))
        {
            throw further.Reject(
                SamlErrorCode.TransformNotAllowed, actual: further.TryAttribute("Algorithm"u8, out var uri) ? SafeText.Of(uri) : null);
        }
    }

    private static XmlElement TakeTransform(XmlElement parent, ref XmlChildren transforms, ReadOnlySpan<byte> algorithm)
    {
        if (!transforms.TryTake(XmlNamespace.Signature, "Transform"u8, out XmlElement transform))
        {
            throw parent.Reject(SamlErrorCode.TransformNotAllowed, SafeText.Of(algorithm));
        }

        CheckAttributes(transform, "Algorithm"u8);
        return IsAlgorithm(transform, algorithm)
            ? transform
            : throw transform.Reject(
                SamlErrorCode.TransformNotAllowed, SafeText.Of(algorithm), AlgorithmText(transform));
    }

    // SAML Core 5.4.3.
    private static void CheckCanonicalizationMethod(ref Parts parts)
    {
        if (!IsAlgorithm(parts.CanonicalizationMethod, ExclusiveUri))
        {
            throw parts.CanonicalizationMethod.Reject(
                SamlErrorCode.CanonicalizationNotAllowed, SafeText.Of(ExclusiveUri), AlgorithmText(parts.CanonicalizationMethod));
        }

        parts.SignedInfoInclusive = ReadInclusive(parts.CanonicalizationMethod);
    }

    private static bool IsAlgorithm(XmlElement element, ReadOnlySpan<byte> algorithm) =>
        element.TryAttribute("Algorithm"u8, out ReadOnlySpan<byte> value) && value.SequenceEqual(algorithm);

    private static string? AlgorithmText(XmlElement element) =>
        element.TryAttribute("Algorithm"u8, out ReadOnlySpan<byte> value) ? SafeText.Of(value) : null;

    private static XmlElement ReadInclusive(XmlElement method)
    {
        XmlChildren children = method.Children;
        if (children.TryTake(XmlNamespace.ExclusiveCanonicalization, "InclusiveNamespaces"u8, out XmlElement inclusive))
        {
            CheckAttributes(inclusive, "PrefixList"u8);
            CheckEnd(inclusive, inclusive.Children);
        }

        CheckEnd(method, children);
        return inclusive;
    }

    private static void CheckPrefixes(XmlElement inclusive)
    {
        if (inclusive.Exists)
        {
            InclusivePrefixes.Read(inclusive);
        }
    }

    private static InclusivePrefixes Prefixes(XmlElement inclusive) =>
        inclusive.Exists ? InclusivePrefixes.Of(inclusive) : default;

    private static void CheckLength(XmlElement value, int expected)
    {
        int actual = Base64Length(value);
        if (actual != expected)
        {
            throw value.Reject(
                SamlErrorCode.SignatureValueMalformed, Bytes(expected), actual < 0 ? "not base64" : Bytes(actual));
        }
    }

    /// <summary>Length that a value in base64 decodes to, white space left out; -1 when it is not base64.</summary>
    private static int Base64Length(XmlElement value) =>
        Base64.IsValid(value.Text(), out int length) ? length : -1;

    private static ReadOnlySpan<byte> Decode(XmlElement value, Span<byte> destination)
    {
        ReadOnlySpan<byte> text = value.Text();
        if (Base64.DecodeFromUtf8(text, destination, out _, out int written) != OperationStatus.Done)
        {
            // The platform's decoder wants room for white space too, which may stand anywhere (XML Schema 2, 3.2.16).
            Span<byte> digits = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(destination.Length)];
            if (Base64.DecodeFromUtf8(Compact(text, digits), destination, out _, out written) != OperationStatus.Done)
            {
                throw value.Reject(SamlErrorCode.SignatureValueMalformed, "base64", "not base64");
            }
        }

        return destination[..written];
    }

    private static ReadOnlySpan<byte> Compact(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        int count = 0;
        foreach (byte octet in text)
        {
            if (!XmlCharacters.IsWhiteSpace(octet))
            {
                destination[count++] = octet;
            }
        }

        return destination[..count];
    }

    private static string Bytes(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} bytes");

    private static ReadOnlySpan<byte> EnvelopedSignatureUri => "http://www.w3.org/2000/09/xmldsig#enveloped-signature"u8;

    private static ReadOnlySpan<byte> ExclusiveUri => "http://www.w3.org/2001/10/xml-exc-c14n#"u8;

    private static SamlRejection Malformed(XmlElement element, string missing) =>
        element.Reject(SamlErrorCode.SignatureMalformed, expected: missing);

    /// <summary>Refuses an attribute that the schema does not have; at most two names are ever allowed.</summary>
    private static void CheckAttributes(XmlElement element, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second = default)
    {
        foreach (ref readonly XmlAttribute attribute in element.Attributes)
        {
            ReadOnlySpan<byte> name = element.Tree[attribute.Name];
            if (!name.SequenceEqual(first) && !name.SequenceEqual(second))
            {
                throw Malformed(element, $"no attribute {SafeText.Of(name)}");
            }
        }
    }

    private static void CheckEnd(XmlElement parent, in XmlChildren children)
    {
        if (children.TryPeek(out XmlElement left))
        {
            throw Malformed(parent, $"no {left.DisplayName()} at this place");
        }
    }

    /// <summary>The elements of a signature as XML Signature 1.1, 4 has them; nothing but the sequence is checked.</summary>
    private ref struct Parts
    {
        public readonly XmlElement SignedInfo;
        public readonly XmlElement CanonicalizationMethod;
        public readonly XmlElement SignatureMethod;
        public readonly XmlElement Reference;
        public readonly XmlElement Transforms;
        public readonly XmlElement DigestMethod;
        public readonly XmlElement DigestValue;
        public readonly XmlElement SignatureValue;
        public readonly XmlElement Object;
        public XmlElement ReferenceInclusive;
        public XmlElement SignedInfoInclusive;

        public Parts(XmlElement signature)
        {
            CheckAttributes(signature, "Id"u8);
            XmlChildren children = signature.Children;
            SignedInfo = Take(signature, ref children, "SignedInfo"u8, "Id"u8);
            SignatureValue = Take(signature, ref children, "SignatureValue"u8, "Id"u8);
            children.TryTake(XmlNamespace.Signature, "KeyInfo"u8, out _);
            if (!children.TryTake(XmlNamespace.Signature, "Object"u8, out Object))
            {
                CheckEnd(signature, children);
            }

            children = SignedInfo.Children;
            CanonicalizationMethod = Take(SignedInfo, ref children, "CanonicalizationMethod"u8, "Algorithm"u8);
            SignatureMethod = Take(SignedInfo, ref children, "SignatureMethod"u8, "Algorithm"u8);
            CheckEnd(SignatureMethod, SignatureMethod.Children);
            Reference = TakeReference(SignedInfo, ref children);

            children = Reference.Children;
            if (children.TryTake(XmlNamespace.Signature, "Transforms"u8, out Transforms))
            {
                CheckAttributes(Transforms, default);
            }

            DigestMethod = Take(Reference, ref children, "DigestMethod"u8, "Algorithm"u8);
            CheckEnd(DigestMethod, DigestMethod.Children);
            DigestValue = Take(Reference, ref children, "DigestValue"u8, default);
            CheckEnd(Reference, children);
        }

        private static XmlElement TakeReference(XmlElement signedInfo, ref XmlChildren children)
        {
            XmlElement reference = default;
            int count = 0;
            while (children.TryTake(XmlNamespace.Signature, "Reference"u8, out XmlElement next))
            {
                reference = next;
                count++;
            }

            CheckEnd(signedInfo, children);
            if (count != 1)
            {
                throw signedInfo.Reject(
                    SamlErrorCode.ReferenceCountInvalid, "1", count.ToString(CultureInfo.InvariantCulture));
            }

            CheckAttributes(reference, "URI"u8, "Id"u8);
            return reference;
        }

        private static XmlElement Take(
            XmlElement parent, ref XmlChildren children, ReadOnlySpan<byte> name, ReadOnlySpan<byte> attribute)
        {
            if (!children.TryTake(XmlNamespace.Signature, name, out XmlElement child))
            {
                throw Malformed(parent, SafeText.Of(name));
            }

            CheckAttributes(child, attribute);
            return child;
        }
    }
}
