using System.Globalization;
using System.Text;
using Saml.Core.Testing;

namespace Saml.Core.Browser.Tests;

/// <summary>Reports to look at, by name.</summary>
internal static class Reports
{
    private static readonly DateTimeOffset s_noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    // A key is slow to make.
    private static readonly TestIdentityProvider s_okta = TestIdentityProvider.Create();

    private static readonly Dictionary<string, Func<string>> s_pages = new(StringComparer.Ordinal)
    {
        ["nothing broken"] = () => Page(Sign(new())),
        ["everything broken"] = () => Page(Encoding.UTF8.GetBytes(new ResponseTemplate
        {
            IssueInstant = s_noon.AddDays(-400),
            Issuer = "http://www.okta.com/Issuer",
            Destination = "https://ACS_URL",
            Recipient = "https://ACS_URL",
            Audience = "https://entity_ID",
        }.WithAttribute("roles", "user.userType").WithoutAttribute("email").ToXml())),
        ["long words"] = () => Page(Sign(new ResponseTemplate
        {
            Audience = "urn:" + new string('x', 2000),
        }.WithAttribute(new string('y', 600), new string('z', 3000)))),
        ["markup in every text"] = () => Page(Sign(new ResponseTemplate
        {
            Audience = "</dd><script>fail()</script><img src=x onerror=fail()>\"'&lt;",
            NameId = "<script>fail()</script>",
        }.WithAttribute("<b onclick='fail()'>&amp;", "</style><script>fail()</script>"))),
        ["no message at all"] = () => Page([]),
    };

    public static IEnumerable<string> Names => s_pages.Keys;

    public static string Find(string name) => s_pages[name]();

    /// <summary>A name for a file.</summary>
    public static string FileName(string name, int width, string scheme) =>
        string.Create(CultureInfo.InvariantCulture, $"{name.Replace(' ', '-')}-{width}-{scheme}");

    private static byte[] Sign(ResponseTemplate template) => s_okta.Sign(
        (template with { IssueInstant = s_noon }).ToXml(), SignaturePlacement.ResponseAndAssertion);

    private static string Page(byte[] xml)
    {
        FlexConnection flex = FlexConnection.Enhanced(ResponseTemplate.ExampleConnectionSid);
        SamlResponseValidator validator = new(new SamlValidatorOptions
        {
            ServiceProviderEntityId = flex.ServiceProviderEntityId,
            AssertionConsumerServiceUrl = flex.AssertionConsumerServiceUrl,
            IdentityProvider = new IdentityProvider(s_okta.EntityId, [s_okta.Certificate]),
            TimeProvider = new Clock(s_noon),
            ReplayStore = new InMemoryReplayStore(new Clock(s_noon), 1),
        });
        return validator.ExplainXml(xml).ToHtml(showValues: true);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
