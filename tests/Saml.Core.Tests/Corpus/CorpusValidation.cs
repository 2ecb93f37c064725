using Saml.Core.Bindings;
using Saml.Core.Canonicalization;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Validation;
using Saml.Core.Xml;

namespace Saml.Core.Tests.Corpus;

/// <summary>How recorded messages are judged: as a whole, and their signatures alone.</summary>
internal static class CorpusValidation
{
    private static readonly XmlLimits s_limits = new();

    /// <summary>The whole, through the public door.</summary>
    public static async Task<CorpusAnswer> ValidateAsync(CorpusRow row, CorpusSettings settings)
    {
        SamlResponseValidator validator;
        try
        {
            validator = new SamlResponseValidator(settings.ToOptions());
        }
        catch (SamlConfigurationException exception)
        {
            return new CorpusAnswer(exception.Code, Check(row, settings));
        }

        string formValue = Convert.ToBase64String(row.ReadMessage());
        SamlAssertionResult result = await validator.ValidateAssertionAsync(formValue, settings.Request);
        return new CorpusAnswer(result.Assertion is null ? result.Error!.Code : SamlErrorCode.None);
    }

    /// <summary>The same steps under settings that no validator takes.</summary>
    private static SamlErrorCode Check(CorpusRow row, CorpusSettings settings)
    {
        SamlValidatorOptions options = settings.ToOptions();
        SignaturePolicy policy = Policy(settings);
        return CodeOf(row, tree =>
        {
            UnverifiedResponse response = UnverifiedResponse.Read(tree);
            RuleContext context = new(
                new Expectations(options), settings.Request, options.TimeProvider.GetUtcNow(), response);
            Rules.Check(Rules.BeforeVerification, context);
            MessageSignatures signatures = MessageSignatures.Read(
                response.Element, context.Assertion.Element, options.RequiredSignatures, policy);
            AcceptedAssertion.Accept(Assertion.Read(signatures.Verify(policy)), context);
        });
    }

    /// <summary>The signatures alone, of the document element and of the assertions in it.</summary>
    public static SamlErrorCode VerifySignatures(CorpusRow row, out IReadOnlyList<string> verified)
    {
        SignaturePolicy policy = Policy(CorpusSettings.Of(row));
        List<string> names = [];
        verified = names;
        return CodeOf(row, tree =>
        {
            Verify(tree.Root, policy, names);
            XmlChildren children = tree.Root.Children;
            while (children.TryTake(out XmlElement child))
            {
                if (child.Is(XmlNamespace.Assertion, "Assertion"u8))
                {
                    Verify(child, policy, names);
                }
            }

            if (names.Count != tree.SignatureCount)
            {
                throw new SamlRejection(SamlErrorCode.SignatureMisplaced);
            }
        });
    }

    private static void Verify(XmlElement element, SignaturePolicy policy, List<string> verified)
    {
        XmlElement signature = MessageSignatures.FindSignature(element, out int count);
        if (count == 0)
        {
            return;
        }

        using CanonicalBuffer buffer = new(element.Length, s_limits.MaxMessageBytes);
        EnvelopedSignature read = EnvelopedSignature.Read(element, signature, policy);
        VerifiedElement proof = VerifiedElement.Verify(read, policy, buffer);
        proof.Content.Element.Index.Should().Be(element.Index);
        verified.Add(element.DisplayName());
    }

    private static SignaturePolicy Policy(CorpusSettings settings) =>
        new(settings.IdentityProvider.Keys, settings.Dangerous.AllowSha1);

    private static SamlErrorCode CodeOf(CorpusRow row, Action<XmlTree> judge)
    {
        byte[] xml = row.ReadMessage();
        try
        {
            using XmlTree tree = XmlTreeReader.Read(PostBinding.Copy(xml, s_limits), xml.Length, s_limits);
            judge(tree);
            return SamlErrorCode.None;
        }
        catch (SamlRejection rejection)
        {
            return rejection.Code;
        }
    }
}
