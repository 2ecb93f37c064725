using System.Text.RegularExpressions;

namespace Saml.Core.Tool.Tests.Redaction;

/// <summary>
/// What a redacted message may show, told apart by other means than the tool's own tables: words of the standards, and
/// text in which nothing is left.
/// </summary>
internal static partial class PublicText
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "agent", "supervisor", "admin", "administrator", "flex.readonlyadmin", "flex.readteams", "wfo.full_access",
        "roles", "role", "full_name", "email", "image_url", "department", "location", "manager", "phone", "groups",
        "group", "mail", "name", "userType",
        "fullname", "full name", "displayname", "emailaddress", "flex_role", "flex_roles", "skill.int", "team_member",
        "channel.voice.availability", "channel.voice.capacity", "channel.chat.capacity", "true", "false", "1", "0", "2.0",
        "1.1", "1.0", "2", "#default", "user.email", "{recipient}", "preserve", "auth0", "default",
        "http://www.okta.com/Issuer", "https://ACS_URL", "https://entity_ID", "user.userType", "user.profileUrl",
    };

    /// <summary>Whether a text says nothing about anybody.</summary>
    public static bool IsPublic(string text) =>
        text.Split([',', ';', '|']).All(token => token.Trim() is "" || s_words.Contains(token.Trim()))
        || Standard().IsMatch(text.Trim());

    /// <summary>Whether nothing of what a text was is left in it.</summary>
    public static bool IsMasked(string text) => Masked().IsMatch(WithoutFixedParts(text.Trim()));

    /// <summary>What is left of a text without that part of a URL which is the same for every customer.</summary>
    public static string WithoutFixedParts(string text) => FixedPart().Replace(text, "");

    /// <summary>Whether a text has the form of an instant (XML Schema Part 2 section 3.2.7), in UTC or with an offset.</summary>
    public static bool IsInstant(string text) => Instant().IsMatch(text);

    /// <summary>Whether a text has enough in it to be recognised.</summary>
    public static bool IsTelling(string text) => !IsPublic(text) && !IsMasked(text)
        && text.Trim().Length >= 5
        && text.Where(character => char.IsLetterOrDigit(character) && !"xX0Aa".Contains(character)).Distinct().Count() > 2;

    [GeneratedRegex(
        """
        ^(urn:oasis:names:tc:SAML:[12]\.[01]:(protocol|assertion|metadata|[a-z-]+:[A-Za-z0-9:_-]+)
        |http://www\.w3\.org/[A-Za-z0-9./_\#+-]+
        |http://schemas\.(xmlsoap\.org|microsoft\.com)/[a-zA-Z0-9/]*(identity/(claims|authenticationmethod)|claims|soap/envelope|trust)(/[a-zA-Z0-9]+)?/?
        |http://docs\.oasis-open\.org/[a-z0-9/-]+
        |urn:federation:authentication:windows
        |([A-Za-z0-9_]+:)?(string|anyType|boolean|integer|date|dateTime|anyURI|base64Binary|NameIDType|int)
        |(xsd?|xsi|ds|dsig|ec|xenc|saml2?p?|samlp|\#default|\s)+)$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Standard();

    [GeneratedRegex(
        """
        ^(https?:|urn:|mailto:|tel:)
        (//login\.flex\.us1\.twilio\.com/login/callback\?connection=JQ|flex:JQ|//iam\.twilio\.com/v1/Accounts/AC
        |//www\.okta\.com/(exk)?|//sts\.windows\.net/|//app\.onelogin\.com/saml/metadata/
        |//accounts\.google\.com/o/saml2\?idpid=|//login\.microsoftonline\.com/|//auth\.pingone\.com/)?
        |(?<=[x.])/(realms/|adfs/services/trust$|idp/shibboleth$|saml2/idp/metadata\.php$|saml2(/metadata)?$)
        |(?<=a|0)/saml2(/metadata)?/?$
        |(?<=[x0])\.(okta\.com/|auth0\.com(/|$)|onelogin\.com/|my\.salesforce\.com$|salesforce\.com/$)
        |http://schemas\.(xmlsoap\.org|microsoft\.com)/[a-zA-Z0-9/]*claims/
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex FixedPart();

    [GeneratedRegex(
        """
        ^[\x20\t\r\n]* [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?
        (Z|[+-][0-9]{2}:[0-9]{2})? [\x20\t\r\n]*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Instant();

    // Pseudonyms count up, and instants begin with the year 2000.
    [GeneratedRegex("""^([xAa0-9TZ.@:/\-_,;?=&#%+|${}\[\]]|\s)*$""")]
    private static partial Regex Masked();
}
