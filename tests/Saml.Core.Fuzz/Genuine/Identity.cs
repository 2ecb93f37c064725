using System.Globalization;
using System.Text;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>Everything that a validator says about a user, as a text that only equal identities share.</summary>
public static class Identity
{
    /// <summary>All of it.</summary>
    public static string Of(SamlValidationResult result)
    {
        SamlAssertion assertion = result.Assertion!;
        StringBuilder text = new(Content(result));
        Line(text, "request", assertion.InResponseTo);
        Line(text, "issued", Instant(assertion.IssueInstant));
        Line(text, "end", Instant(assertion.NotOnOrAfter));
        Line(text, "authenticated", Instant(assertion.AuthnInstant));
        Line(text, "session end", Instant(assertion.SessionNotOnOrAfter));
        Line(text, "class", assertion.AuthnContextClassRef);
        Line(text, "proxies", assertion.ProxyRestrictionCount?.ToString(CultureInfo.InvariantCulture));
        Line(text, "one time", assertion.IsOneTimeUse.ToString());
        Line(text, "image", result.Identity!.ImageUrl);
        return text.ToString();
    }

    /// <summary>What <see cref="IndependentReading"/> can say as well.</summary>
    internal static string Content(SamlValidationResult result)
    {
        FlexIdentity identity = result.Identity!;
        SamlAssertion assertion = result.Assertion!;
        StringBuilder text = new();
        Line(text, "user", identity.UserId);
        Line(text, "name id", assertion.NameId);
        Line(text, "format", assertion.NameIdFormat);
        Line(text, "qualifier", assertion.NameQualifier);
        Line(text, "sp qualifier", assertion.SpNameQualifier);
        Line(text, "assertion", assertion.Id);
        Line(text, "issuer", assertion.Issuer);
        Line(text, "session", assertion.SessionIndex);
        Line(text, "email", identity.Email);
        Line(text, "full name", identity.FullName);
        foreach (FlexRole role in identity.Roles)
        {
            Line(text, "role", role.Name);
        }

        foreach (SamlAttribute attribute in identity.Attributes)
        {
            Line(text, "attribute", attribute.Name);
            Line(text, "  name format", attribute.NameFormat);
            Line(text, "  friendly name", attribute.FriendlyName);
            foreach (SamlAttributeValue value in attribute.Values)
            {
                Line(text, "  value", value.HasElements ? "(elements)" : value.Text);
            }
        }

        return text.ToString();
    }

    /// <summary>One line; lengths make it unambiguous whatever the value holds.</summary>
    internal static void Line(StringBuilder text, string name, string? value)
    {
        text.Append(name);
        if (value is not null)
        {
            text.Append(' ').Append(value.Length).Append(' ').Append(value);
        }

        text.Append('\n');
    }

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
