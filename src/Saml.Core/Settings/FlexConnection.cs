using System.Buffers;

namespace Saml.Core;

/// <summary>The service provider's side of Flex single sign-on: entity id and URL that follow from a SID.</summary>
public sealed class FlexConnection
{
    private const int SidLength = 34;

    private static readonly SearchValues<char> s_hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private FlexConnection(string serviceProviderEntityId, string assertionConsumerServiceUrl)
    {
        ServiceProviderEntityId = serviceProviderEntityId;
        AssertionConsumerServiceUrl = assertionConsumerServiceUrl;
    }

    /// <summary>What Okta calls Audience URI (SP Entity ID).</summary>
    public string ServiceProviderEntityId { get; }

    /// <summary>What Okta calls Single sign-on URL.</summary>
    public string AssertionConsumerServiceUrl { get; }

    /// <summary>Enhanced single sign-on.</summary>
    /// <param name="connectionSid"><c>JQ</c> and 32 hexadecimal digits, from the Flex single sign-on page.</param>
    /// <returns>Entity id <c>urn:flex:JQ…</c> and the URL with <c>?connection=JQ…</c>.</returns>
    /// <exception cref="SamlConfigurationException">It is no connection SID; the error says what it looks like.</exception>
    public static FlexConnection Enhanced(string connectionSid)
    {
        CheckSid(connectionSid, "JQ", "connection SID");
        return new FlexConnection(
            $"urn:flex:{connectionSid}",
            $"https://login.flex.us1.twilio.com/login/callback?connection={connectionSid}");
    }

    /// <summary>Legacy single sign-on, to be migrated away from by 31 March 2026.</summary>
    /// <param name="accountSid"><c>AC</c> and 32 hexadecimal digits.</param>
    /// <returns>The URL under <c>iam.twilio.com</c>; the entity id is the same with <c>/metadata</c>.</returns>
    /// <exception cref="SamlConfigurationException">It is no account SID; the error says what it looks like.</exception>
    public static FlexConnection Legacy(string accountSid)
    {
        CheckSid(accountSid, "AC", "account SID");
        string url = $"https://iam.twilio.com/v1/Accounts/{accountSid}/saml2";
        return new FlexConnection($"{url}/metadata", url);
    }

    /// <summary>The entity id.</summary>
    /// <returns><see cref="ServiceProviderEntityId"/>.</returns>
    public override string ToString() => ServiceProviderEntityId;

    private static void CheckSid(string sid, string prefix, string kind)
    {
        ArgumentNullException.ThrowIfNull(sid);
        if (FindProblem(sid, prefix) is { } problem)
        {
            throw new SamlConfigurationException(
                [new SamlError(SamlErrorCode.OptionsInvalid, null, $"\"{sid}\" is no {kind}: {problem}", "1", null)]);
        }
    }

    private static string? FindProblem(string sid, string prefix)
    {
        if (sid.Contains("xxx", StringComparison.OrdinalIgnoreCase))
        {
            return "it is the placeholder of the guide; replace it with your own";
        }

        if (!sid.StartsWith(prefix, StringComparison.Ordinal))
        {
            return sid switch
            {
                ['F', 'O', ..] => $"FO is a Flex instance; expected {prefix}…",
                ['J', 'Q', ..] => $"JQ is a connection of enhanced single sign-on; expected {prefix}…",
                ['A', 'C', ..] => $"AC is an account; expected {prefix}…",
                ['J', 'B', ..] => $"JB is an identity realm of legacy single sign-on; expected {prefix}…",
                _ => $"it does not begin with {prefix}",
            };
        }

        return sid.Length == SidLength && !sid.AsSpan(prefix.Length).ContainsAnyExcept(s_hexadecimal)
            ? null
            : $"{prefix} is not followed by exactly 32 hexadecimal digits";
    }
}
