using System.Globalization;
using System.Text;
using Saml.Core.Errors;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Validation;
using Saml.Core.Xml;

namespace Saml.Core.Explanation;

/// <summary>Collects what a person wants to see beside the rules: the settings, and what the message says.</summary>
internal sealed class FactList
{
    // A groups dump is not worth pages.
    private const int MaxAttributes = 100;
    private const int MaxValues = 20;

    private const string NotGiven = "(not given)";

    private readonly List<Fact> _facts = [];

    public IReadOnlyList<Fact> ToReadOnly() => _facts.AsReadOnly();

    public void AddSettings(Expectations expected, UnsetExpectations unset, DateTimeOffset now)
    {
        SamlValidatorOptions options = expected.Options;
        Add("Now", SafeText.OfClock(now, options.ClockSkew)["now ".Length..], FactSource.Settings);
        AddSetting("Service provider entity id", options.ServiceProviderEntityId, unset.ServiceProviderEntityId);
        AddSetting(
            "Assertion consumer service URL", options.AssertionConsumerServiceUrl, unset.AssertionConsumerServiceUrl);
        AddSetting("Identity provider", options.IdentityProvider.EntityId, unset.IdentityProviderEntityId);
        Add("Required signatures", options.RequiredSignatures.ToString(), FactSource.Settings);
        if (unset.SigningCertificates is not null)
        {
            Add("Signing certificate", NotGiven, FactSource.Settings);
            return;
        }

        foreach (TrustedKey key in options.IdentityProvider.Keys)
        {
            Add(
                "Signing certificate",
                $"{key.Subject}, SHA-256 {key.Sha256}, expires {SafeText.Of(key.NotAfter)}",
                FactSource.Settings);
        }
    }

    private void AddSetting(string name, string text, string? unset) =>
        Add(name, unset is null ? SafeText.Of(text) : NotGiven, FactSource.Settings);

    public void AddMessage(in RuleContext context, VerifiedMessage? verified, int octets)
    {
        UnverifiedResponse response = context.Response;
        Add("Message", string.Create(
            CultureInfo.InvariantCulture,
            $"{(response.Element.Exists ? "Response" : "bare Assertion")}, {octets} bytes"), FactSource.Unverified);
        if (response.Element.Exists)
        {
            AddResponse(response, verified);
        }

        if (context.HasAssertion)
        {
            AddAssertion(context, verified is null ? FactSource.Unverified : FactSource.Verified);
        }
    }

    private void AddResponse(in UnverifiedResponse response, VerifiedMessage? verified)
    {
        FactSource source = verified?.Response is null ? FactSource.Unverified : FactSource.Verified;
        AddText("Response issuer", response.Issuer.Exists, response.Issuer.Exists ? response.Issuer.Value : default, source);
        Add("Response issued", SafeText.Of(response.IssueInstant), source);
        AddText("Destination", response.TryDestination(out ReadOnlySpan<byte> destination), destination, source);
        AddText("InResponseTo", response.TryInResponseTo(out ReadOnlySpan<byte> request), request, source);
        if (response.Status.TryCode(out ReadOnlySpan<byte> status))
        {
            AddText("Status", true, status, source);
        }

        ReadOnlySpan<byte> message = XmlCharacters.Trim(response.Status.Message);
        if (!message.IsEmpty)
        {
            // It may name the user.
            AddPersonal("StatusMessage", message, source);
        }

        AddSignature("Response signature", response.Element);
    }

    private void AddAssertion(in RuleContext context, FactSource source)
    {
        ref readonly AssertionContent assertion = ref context.Assertion;
        AddText("Assertion issuer", assertion.Issuer.Exists, assertion.Issuer.Exists ? assertion.Issuer.Value : default, source);
        Add("Assertion issued", SafeText.Of(assertion.IssueInstant), source);
        AddSignature("Assertion signature", assertion.Element);
        if (assertion.Subject.NameId.Exists)
        {
            NameIdentifier nameId = assertion.Subject.NameId;
            AddPersonal("NameID", nameId.Value, source);
            AddText("NameID format", nameId.TryFormat(out ReadOnlySpan<byte> format), format, source);
        }

        if (context.Confirmation.TryRecipient(out ReadOnlySpan<byte> recipient))
        {
            AddText("Recipient", true, recipient, source);
        }

        if (assertion.Conditions.Exists)
        {
            string start = assertion.Conditions.NotBefore is { } notBefore ? SafeText.Of(notBefore) : SafeText.Absent;
            Add("Valid", $"{start} to {SafeText.Of(assertion.Conditions.NotOnOrAfter)}", source);
            AddAudiences(assertion.Conditions, source);
        }

        if (assertion.AuthnStatement.Exists)
        {
            Add("Authenticated", SafeText.Of(assertion.AuthnStatement.AuthnInstant), source);
        }

        if (assertion.SessionNotOnOrAfter is { } end)
        {
            Add("Session ends", SafeText.Of(end), source);
        }

        AddAttributes(assertion.Attributes(), source);
    }

    private void AddAudiences(Conditions conditions, FactSource source)
    {
        XmlChildren restrictions = conditions.Element.Children;
        while (restrictions.TryTake(out XmlElement restriction))
        {
            if (!restriction.Is(XmlNamespace.Assertion, "AudienceRestriction"u8))
            {
                continue;
            }

            XmlChildren audiences = restriction.Children;
            while (audiences.TryTake(out XmlElement audience))
            {
                AddText("Audience", true, audience.Text(), source);
            }
        }
    }

    private void AddAttributes(SamlAttribute[] attributes, FactSource source)
    {
        foreach (SamlAttribute attribute in attributes.Take(MaxAttributes))
        {
            string name = $"Attribute {SafeText.Of(attribute.Name)}";
            if (attribute.Values.Count == 0)
            {
                Add(name, "(no value)", source);
            }

            foreach (SamlAttributeValue value in attribute.Values.Take(MaxValues))
            {
                if (value.Text is { } text)
                {
                    AddPersonal(name, Encoding.UTF8.GetBytes(text), source);
                }
                else
                {
                    Add(name, value.IsNil ? "(nil)" : "(elements)", source);
                }
            }

            AddRest(name, attribute.Values.Count - MaxValues, "values", source);
        }

        AddRest("Attributes", attributes.Length - MaxAttributes, "attributes", source);
    }

    private void AddRest(string name, int rest, string what, FactSource source)
    {
        if (rest > 0)
        {
            Add(name, string.Create(CultureInfo.InvariantCulture, $"({rest} more {what})"), source);
        }
    }

    // What a signature says of itself is never verified.
    private void AddSignature(string name, XmlElement parent)
    {
        XmlElement signature = MessageSignatures.FindSignature(parent, out _);
        if (!signature.Exists)
        {
            Add(name, "(absent)", FactSource.Unverified);
            return;
        }

        UnverifiedCertificate? certificate = UnverifiedCertificate.Find(signature);
        Add(
            name,
            certificate is null
                ? "present, without a certificate"
                : $"present, with the certificate {certificate.Subject}, SHA-256 {certificate.Sha256}, "
                    + $"expires {SafeText.Of(certificate.NotAfter)}",
            FactSource.Unverified);
    }

    private void Add(string name, string text, FactSource source) =>
        _facts.Add(new Fact(name, text) { Source = source });

    private void AddText(string name, bool isPresent, ReadOnlySpan<byte> text, FactSource source) =>
        Add(name, isPresent ? SafeText.Of(text) : SafeText.Absent, source);

    private void AddPersonal(string name, ReadOnlySpan<byte> text, FactSource source)
    {
        int characters = Encoding.UTF8.GetCharCount(text);
        _facts.Add(new Fact(name, SafeText.Of(text))
        {
            Source = source,
            IsPersonal = true,
            Shape = characters == 0
                ? "(empty)"
                : string.Create(CultureInfo.InvariantCulture, $"({characters} characters)"),
        });
    }
}
