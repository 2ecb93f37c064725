using System.Globalization;
using Saml.Core.Errors;

namespace Saml.Core.Flex;

/// <summary>Remarks on the NameID: it becomes the worker, and another NameID is another worker.</summary>
internal static class NameIdRemarks
{
    private const string EmailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    private const string TransientFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";

    // Twilio, error 20002: the longest FriendlyName of a worker.
    private const int MaxFriendlyName = 64;

    // The base64 of 32 octets, a SHA-256, without and with its padding.
    private const int HashLength = 43;

    public static void Add(in FlexContext context, ref WarningList warnings)
    {
        if (context.NameId.Length == 0)
        {
            return;
        }

        // What is transient has its own warning.
        if (context.NameIdFormat != TransientFormat && FindRisk(context.NameId) is { } risk)
        {
            warnings.Add(SamlWarningCode.PhantomWorkerRisk, $"The NameID {risk}.");
        }

        if (context.NameIdFormat == EmailFormat
            && !AttributeRules.IsAddress(context.NameId.AsSpan().Trim(Blank.WhiteSpace)))
        {
            warnings.Add(
                SamlWarningCode.NameIdNotAnEmail, "The NameID's Format is emailAddress, and its value is no address.");
        }
    }

    private static string? FindRisk(string nameId)
    {
        if (nameId.Length > MaxFriendlyName)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"has {nameId.Length} characters; a worker's name has {MaxFriendlyName} at most");
        }

        if (nameId.Contains("auth0|", StringComparison.Ordinal))
        {
            return "is the internal id of a user of Auth0";
        }

        if (Guid.TryParse(nameId, out _))
        {
            return "is a GUID";
        }

        return IsHash(nameId) ? "looks like a hash, which another application or tenant does not share" : null;
    }

    private static bool IsHash(ReadOnlySpan<char> nameId)
    {
        ReadOnlySpan<char> digits = nameId.EndsWith('=') ? nameId[..^1] : nameId;
        if (digits.Length != HashLength)
        {
            return false;
        }

        foreach (char digit in digits)
        {
            if (!char.IsAsciiLetterOrDigit(digit) && digit is not ('+' or '/' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
