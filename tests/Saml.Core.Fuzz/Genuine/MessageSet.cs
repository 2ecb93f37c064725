using System.Text;
using Saml.Core.Fuzz.Mutations;
using Saml.Core.Testing;

namespace Saml.Core.Fuzz.Genuine;

/// <summary>
/// Messages of one shape: two genuine ones of different users, and two that must never be accepted, whatever is taken
/// from them: one that the identity provider signed for somebody else, and one that somebody else signed.
/// </summary>
internal sealed class MessageSet
{
    private static readonly Lazy<MessageSet[]> s_allByEcdsa =
        new(() => [.. Shape.All.Select(shape => new MessageSet(shape with { UsesEcdsa = true }))]);

    private MessageSet(Shape shape)
    {
        Name = shape.Name;
        UsesEcdsa = shape.UsesEcdsa;
        First = shape.Sign(Users.First, Signers.Rsa, Signers.Ecdsa);
        Second = shape.Sign(Users.Second, Signers.Rsa, Signers.Ecdsa);
        Foreign = shape.Sign(Users.Foreign, Signers.Rsa, Signers.Ecdsa);
        Forged = shape.Sign(Users.Forged, Signers.Stranger, Signers.StrangerEcdsa);
        Requirement = shape.Placement switch
        {
            SignaturePlacement.Response => SignatureRequirement.Response,
            SignaturePlacement.Assertion => SignatureRequirement.Assertion,
            _ => SignatureRequirement.ResponseAndAssertion,
        };
        Identities = [IdentityOf(First, "jane.doe@example.com"), IdentityOf(Second, "adam.root@example.com")];
        CheckRefused(Foreign);
        CheckRefused(Forged);
        byte[][] all = [First, Second, Foreign, Forged];
        Outlines = [.. all.Select(message => MarkupOutline.Read(Encoding.Latin1.GetString(message)))];
    }

    public static IReadOnlyList<MessageSet> All { get; } = [.. Shape.All.Select(shape => new MessageSet(shape))];

    /// <summary>Those that are signed with RSA: these are the same in every process.</summary>
    public static IReadOnlyList<MessageSet> AllByRsa { get; } = [.. All.Where(set => !set.UsesEcdsa)];

    /// <summary>The same with the key that is quick to sign with.</summary>
    public static IReadOnlyList<MessageSet> AllByEcdsa => s_allByEcdsa.Value;

    public string Name { get; }

    public bool UsesEcdsa { get; }

    public byte[] First { get; }

    public byte[] Second { get; }

    public byte[] Foreign { get; }

    public byte[] Forged { get; }

    /// <summary>The strictest one that the genuine messages meet.</summary>
    public SignatureRequirement Requirement { get; }

    /// <summary>The identities of the two genuine messages; nobody else may come out of a mutant.</summary>
    public IReadOnlyList<string> Identities { get; }

    /// <summary>Of all four messages, in the order of the properties above.</summary>
    public IReadOnlyList<MarkupOutline> Outlines { get; }

    // What the library says of a genuine message is not taken on trust: System.Xml has to say the same.
    private string IdentityOf(byte[] message, string user)
    {
        SamlValidationResult result = ServiceProvider.Validate(message, Requirement);
        if (!result.IsValid || result.Identity.UserId != user
            || Identity.Content(result) != IndependentReading.TryDescribe(message))
        {
            throw new InvalidOperationException($"{Name}: the genuine message is not what it should be: {result}");
        }

        return Identity.Of(result);
    }

    private void CheckRefused(byte[] message)
    {
        if (ServiceProvider.Validate(message, SignatureRequirement.ResponseOrAssertion).IsValid)
        {
            throw new InvalidOperationException($"{Name}: a message that is not for us is accepted.");
        }
    }

    internal static class Users
    {
        private const string Elsewhere = "https://other.example.com/login";

        public static ResponseTemplate First { get; } = new()
        {
            ResponseId = "id100000000000000000000001",
            AssertionId = "id200000000000000000000001",
            IssueInstant = FixedClock.Now,
            InResponseTo = ServiceProvider.FirstRequest,
            NameId = "jane.doe@example.com",
        };

        public static ResponseTemplate Second { get; } = Person("2", "adam.root@example.com", "Adam Root", "admin") with
        {
            InResponseTo = ServiceProvider.SecondRequest,
        };

        public static ResponseTemplate Foreign { get; } = Person("3", "eve.else@example.com", "Eve Else", "admin") with
        {
            InResponseTo = ServiceProvider.FirstRequest,
            Audience = Elsewhere,
            Recipient = Elsewhere,
            Destination = Elsewhere,
        };

        public static ResponseTemplate Forged { get; } = Person("4", "mal.lory@example.com", "Mal Lory", "admin") with
        {
            InResponseTo = ServiceProvider.FirstRequest,
        };

        private static ResponseTemplate Person(string number, string name, string fullName, string roles) => (First with
        {
            ResponseId = "id10000000000000000000000" + number,
            AssertionId = "id20000000000000000000000" + number,
            NameId = name,
        })
            .WithAttribute("full_name", fullName)
            .WithAttribute("email", name)
            .WithAttribute("roles", roles, "wfo.full_access");
    }
}
