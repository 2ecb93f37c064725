using System.Security.Claims;
using Saml.Core.Testing;
using Saml.Core.Tests.Validation;
using static Saml.Core.SamlErrorCode;
using static Saml.Core.Tests.Flex.AttributeChange;

namespace Saml.Core.Tests.Flex;

/// <summary>The identity: forms of its values, worker attributes, claims, and what its texts do not show.</summary>
public sealed class FlexIdentityTests
{
    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
    [
        ("an email without a domain", Values("email", "jane.doe@")(new Vector())),
        ("an image by http", Values("image_url", "http://images.example.com/jane.png")(new Vector())),
    ];

    [Theory]
    [InlineData("jane.doe@example.com", None)]
    [InlineData("a@b", None)]
    [InlineData("jane+flex@sub.example.com", None)]
    [InlineData("j\u00E4ne@ex\u00E4mple.com", None)]
    [InlineData("\"jane\"@example.com", None)]
    [InlineData("jane.doe", EmailInvalid)]
    [InlineData("@example.com", EmailInvalid)]
    [InlineData("jane.doe@", EmailInvalid)]
    [InlineData("jane@doe@example.com", EmailInvalid)]
    [InlineData("jane doe@example.com", EmailInvalid)]
    [InlineData("Jane Doe <jane.doe@example.com>", EmailInvalid)]
    [InlineData("jane@example.com, joe@example.com", EmailInvalid)]
    [InlineData("jane@exam\nple.com", EmailInvalid)]
    [InlineData("jane@exam\u00A0ple.com", EmailInvalid)]
    [InlineData("jane@exam\u0085ple.com", EmailInvalid)]
    [InlineData("appuser.email", EmailInvalid)]
    public async Task An_email_has_the_form_of_an_address(string email, SamlErrorCode expected)
    {
        Answer answer = await Values("email", email)(new Vector()).ShouldAnswerAsync(expected);

        answer.Result.Identity?.Email.Should().Be(email);
    }

    [Theory]
    [InlineData("https://images.example.com/jane.png", None)]
    [InlineData("https://images.example.com/jane.png?size=48#x", None)]
    [InlineData("https://images.example.com:8443/", None)]
    [InlineData("https://images.example.com", None)]
    [InlineData("HTTPS://images.example.com/jane.png", None)]
    [InlineData("http://images.example.com/jane.png", ImageUrlInvalid)]
    [InlineData("//images.example.com/jane.png", ImageUrlInvalid)]
    [InlineData("/people/jane.png", ImageUrlInvalid)]
    [InlineData("images.example.com/jane.png", ImageUrlInvalid)]
    [InlineData("https:images.example.com/jane.png", ImageUrlInvalid)]
    [InlineData("https://", ImageUrlInvalid)]
    [InlineData("https:///jane.png", ImageUrlInvalid)]
    [InlineData("https://?jane.png", ImageUrlInvalid)]
    [InlineData("https://images.example.com/jane doe.png", ImageUrlInvalid)]
    [InlineData("https://images.example.com/\"><script>", ImageUrlInvalid)]
    [InlineData("javascript:alert(1)//https://", ImageUrlInvalid)]
    [InlineData("data:image/png;base64,iVBORw0KGgo=", ImageUrlInvalid)]
    [InlineData("user.profileUrl", ImageUrlInvalid)]
    public async Task An_image_has_an_absolute_https_URL(string url, SamlErrorCode expected)
    {
        Answer answer = await Values("image_url", url)(new Vector()).ShouldAnswerAsync(expected);

        answer.Result.Identity?.ImageUrl.Should().Be(url);
    }

    [Theory]
    [InlineData(256, None)]
    [InlineData(257, IdentityTooLong)]
    public async Task A_NameID_has_a_longest_length(int length, SamlErrorCode expected)
    {
        Answer answer = await Change.Text("NameID", new string('x', length))(new Vector()).ShouldAnswerAsync(expected);

        answer.Result.Error?.Message.Should().Be("Identity is 257 characters; limit 256.");
    }

    [Fact]
    public async Task It_says_what_the_assertion_says()
    {
        Vector vector = new Vector().Edit(x =>
            x.The("AuthnStatement").SetAttributeValue("SessionNotOnOrAfter", "2026-01-01T20:00:00Z"));

        FlexIdentity identity = await AcceptAsync(vector);

        identity.Issuer.Should().Be(TestIdentityProvider.ExampleEntityId);
        identity.AssertionId.Should().Be(vector.Template.AssertionId);
        identity.AuthnInstant.Should().Be(Vector.Noon);
        identity.SessionIndex.Should().Be(vector.Template.SessionIndex);
        identity.SessionNotOnOrAfter.Should().Be(Vector.Noon.AddHours(8));
        identity.AuthnContextClassRef.Should().Be(vector.Template.AuthnContextClassRef);
        identity.NameIdFormat.Should().Be(vector.Template.NameIdFormat);
        identity.Attributes.Select(attribute => attribute.Name)
            .Should().Equal("full_name", "email", "roles", "image_url", "department", "location");
    }

    [Fact]
    public async Task Worker_attributes_are_one_deterministic_text()
    {
        Func<Vector, Vector> change = Values("skills", "b", "a")
            .And(Values("empty", ""))
            .And(Values("none"))
            .And(Values("Zeta", "z"))
            .And(Values("quote", "\"\\\n"))
            .And(Values("http://schemas.xmlsoap.org/claims/surname", "Doe"))
            .And(Values("urn:oid:2.5.4.4", "Doe"))
            .And(Again("skills", "c"));

        FlexIdentity identity = await AcceptAsync(change(new Vector()));
        FlexIdentity reordered = await AcceptAsync(change.And(Change.Template(t =>
            t with { Attributes = [.. t.Attributes.OrderByDescending(attribute => attribute.Name).ThenBy(Values0)] }))(
            new Vector()));

        string expected = """
            {"full_name":"Jane Doe","email":"jane.doe@example.com","roles":["agent","supervisor"],
            "image_url":"https://images.example.com/people/jane-doe.png",
            "Zeta":"z","department":"Customer Care","empty":"","location":"Springfield","none":"",
            "quote":"\"\\\n","skills":["b","a","c"]}
            """.ReplaceLineEndings("");

        identity.ToWorkerAttributesJson().Should().Be(expected);
        identity.ToWorkerAttributesJson().Should().Be(identity.ToWorkerAttributesJson());
        reordered.ToWorkerAttributesJson().Should().Be(identity.ToWorkerAttributesJson());

        static string Values0(TemplateAttribute attribute) => attribute.Values.Count > 0 ? attribute.Values[0] : "";
    }

    [Fact]
    public async Task Worker_attributes_without_an_image_have_none()
    {
        FlexIdentity identity = await AcceptAsync(Without("image_url")(new Vector()));

        identity.ToWorkerAttributesJson().Should().NotContain("image_url");
    }

    [Fact]
    public async Task Claims_say_who_it_is_by_whom()
    {
        ClaimsIdentity claims = (await AcceptAsync(new Vector())).ToClaimsIdentity();

        claims.IsAuthenticated.Should().BeTrue();
        claims.AuthenticationType.Should().Be("Saml");
        claims.Name.Should().Be("Jane Doe");
        claims.FindAll(ClaimTypes.NameIdentifier).Select(claim => claim.Value).Should().Equal("jane.doe@example.com");
        claims.FindAll(claims.RoleClaimType).Select(claim => claim.Value).Should().Equal("agent", "supervisor");
        claims.HasClaim("saml:attribute:department", "Customer Care").Should().BeTrue();
        claims.Claims.Should().OnlyContain(claim =>
            claim.Issuer == TestIdentityProvider.ExampleEntityId && claim.OriginalIssuer == claim.Issuer);
        new ClaimsPrincipal(claims).IsInRole("supervisor").Should().BeTrue();
    }

    [Theory]
    [InlineData(ClaimTypes.Role)]
    [InlineData(ClaimTypes.NameIdentifier)]
    [InlineData(ClaimTypes.Name)]
    [InlineData("role")]
    [InlineData("sub")]
    [InlineData("saml:attribute:roles")]
    public async Task No_attribute_can_pose_as_another_claim(string name)
    {
        ClaimsIdentity before = (await AcceptAsync(new Vector())).ToClaimsIdentity();

        ClaimsIdentity claims = (await AcceptAsync(Values(name, "admin")(new Vector()))).ToClaimsIdentity();

        claims.FindAll(claim => claim.Value == "admin").Should().ContainSingle()
            .Which.Type.Should().Be("saml:attribute:" + name);
        claims.HasClaim(ClaimTypes.Role, "admin").Should().BeFalse();
        claims.Claims.Should().HaveCount(before.Claims.Count() + 1);
        new ClaimsPrincipal(claims).IsInRole("admin").Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public async Task A_blank_authentication_type_throws(string? authenticationType)
    {
        FlexIdentity identity = await AcceptAsync(new Vector());

        identity.Invoking(one => one.ToClaimsIdentity(authenticationType!)).Should().Throw<ArgumentException>();
        identity.ToClaimsIdentity("Okta").AuthenticationType.Should().Be("Okta");
    }

    [Fact]
    public async Task Nil_and_structured_values_become_no_claims()
    {
        FlexIdentity identity = await AcceptAsync(Nil("department", "1").And(Structured("location"))(new Vector()));

        identity.ToClaimsIdentity().Claims.Select(claim => claim.Type)
            .Should().NotContain("saml:attribute:department").And.NotContain("saml:attribute:location");
    }

    /// <summary>The invariants of every vector search the texts for the values; this one pins the form.</summary>
    [Fact]
    public async Task Its_text_names_counts_and_ids()
    {
        Vector vector = new();

        (await AcceptAsync(vector)).ToString()
            .Should().Be($"Flex identity of assertion {vector.Template.AssertionId}: 2 roles, 6 attributes");
    }

    private static async Task<FlexIdentity> AcceptAsync(Vector vector) =>
        (await vector.ShouldAnswerAsync(None)).Result.GetRequiredIdentity();
}
