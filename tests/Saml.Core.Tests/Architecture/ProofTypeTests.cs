using System.Reflection;
using System.Text.RegularExpressions;
using Saml.Core.Messages;
using Saml.Core.Signatures;
using Saml.Core.Tests.Attacks;
using Saml.Core.Validation;
using static Saml.Core.Signatures.VerifiedElement;

namespace Saml.Core.Tests.Architecture;

/// <summary>
/// A proof type has one way in: a factory of its own, behind a private constructor. It is a sealed class (a struct's
/// default would be a forged proof), no record (with would copy it), and nothing of it can be set.
/// </summary>
public sealed class ProofTypeTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly s_assembly = typeof(SamlResponseValidator).Assembly;

    /// <summary>Each with the one method that makes it.</summary>
    private static readonly Dictionary<Type, string> s_proofs = new()
    {
        [typeof(VerifiedElement)] = "VerifiedElement.Verify",
        [typeof(Assertion)] = "Assertion.Read",
        [typeof(AcceptedAssertion)] = "AcceptedAssertion.Accept",
        [typeof(FlexIdentity)] = "FlexIdentity.Map",
    };

    public static TheoryData<string> Proofs => [.. s_proofs.Keys.Select(type => type.Name)];

    public static TheoryData<string> ProofsAndWhatIsMadeOfThem =>
        [.. s_proofs.Keys.Select(type => type.Name), nameof(VerifiedMessage), nameof(SamlAssertion)];

    [Theory]
    [MemberData(nameof(ProofsAndWhatIsMadeOfThem))]
    public void It_is_a_sealed_class_and_no_record(string name)
    {
        Type type = Find(name);

        type.IsClass.Should().BeTrue();
        type.IsSealed.Should().BeTrue();
        type.BaseType.Should().Be<object>();
        type.GetInterfaces().Should().BeEmpty("nothing but the type itself stands for it");
        type.GetMethod("<Clone>$", All).Should().BeNull("with would copy a record");
    }

    [Theory]
    [MemberData(nameof(Proofs))]
    public void Its_constructors_are_private(string name)
    {
        Find(name).GetConstructors(All).Where(constructor => !constructor.IsStatic)
            .Should().NotBeEmpty().And.OnlyContain(constructor => constructor.IsPrivate);
    }

    [Theory]
    [MemberData(nameof(Proofs))]
    public void One_method_makes_it(string name)
    {
        Type type = Find(name);

        Makers(type).Should().Equal(s_proofs[type]);
    }

    [Theory]
    [MemberData(nameof(Proofs))]
    public void It_is_made_in_its_own_file_alone(string name) =>
        FilesThatMake(name).Select(Path.GetFileName).Should().AllBe($"{name}.cs");

    [Theory]
    [MemberData(nameof(ProofsAndWhatIsMadeOfThem))]
    public void Nothing_converts_to_it(string name)
    {
        IEnumerable<MethodInfo> conversions = s_assembly.GetTypes().SelectMany(type => type.GetMethods(All))
            .Where(method => method.Name is "op_Implicit" or "op_Explicit");

        conversions.Where(method => method.ReturnType == Find(name)).Should().BeEmpty();
        Find(name).GetMethods(All).Select(method => method.Name).Should().NotContainMatch("op_*");
    }

    [Theory]
    [MemberData(nameof(ProofsAndWhatIsMadeOfThem))]
    public void Nothing_of_it_can_be_set(string name)
    {
        Type type = Find(name);

        type.GetFields(All).Where(field => !field.IsStatic && !field.IsInitOnly).Should().BeEmpty();
        type.GetProperties(All).Where(property => property.SetMethod is { } set && !IsInit(set)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProofsAndWhatIsMadeOfThem))]
    public void No_list_of_it_can_be_changed(string name)
    {
        IEnumerable<PropertyInfo> lists = Find(name).GetProperties(All).Where(property =>
            property.PropertyType.IsArray
            || (property.PropertyType.IsGenericType
                && property.PropertyType.GetGenericTypeDefinition() != typeof(IReadOnlyList<>)
                && property.PropertyType.GetGenericTypeDefinition() != typeof(Nullable<>)));

        lists.Should().BeEmpty();
    }

    [Fact]
    public void A_verified_message_is_made_of_proofs_alone()
    {
        ConstructorInfo constructor = typeof(VerifiedMessage).GetConstructors(All).Should().ContainSingle().Which;

        constructor.GetParameters().Select(parameter => parameter.ParameterType)
            .Should().Equal(typeof(VerifiedElement), typeof(VerifiedElement));
        FluentActions.Invoking(() => new VerifiedMessage(null, null)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_default_cursor_throws()
    {
        Action read = () => _ = default(VerifiedCursor).Element;

        read.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_cursor_comes_from_a_proof_alone()
    {
        Type cursor = typeof(VerifiedCursor);

        cursor.IsByRefLike.Should().BeTrue("it cannot be kept");
        cursor.GetConstructors(All).Should().ContainSingle()
            .Which.GetParameters().Should().ContainSingle().Which.ParameterType.Should().Be<VerifiedElement>();
        FilesThatMake(nameof(VerifiedCursor)).Should().BeEmpty();
        Makers(cursor).Should().Equal("VerifiedElement.get_Content");
    }

    [Fact]
    [CatalogueRow("FO-8")]
    public void An_assertion_is_read_from_what_was_verified_alone()
    {
        typeof(Assertion).GetMethod("Read")!.GetParameters().Should().ContainSingle()
            .Which.ParameterType.Should().Be<VerifiedMessage>();
        typeof(Assertion).GetConstructors(All).Should().ContainSingle()
            .Which.GetParameters().Should().Contain(parameter => parameter.ParameterType == typeof(VerifiedMessage));
    }

    [Fact]
    public void Accepted_is_an_assertion_alone_and_mapped_what_was_accepted_alone()
    {
        typeof(AcceptedAssertion).GetMethod("Accept")!.GetParameters()[0].ParameterType.Should().Be<Assertion>();
        typeof(FlexIdentity).GetMethod("Map", All)!.GetParameters()[0].ParameterType.Should().Be<AcceptedAssertion>();
    }

    [Fact]
    public void The_public_assertion_is_made_where_one_was_accepted() =>
        FilesThatMake(nameof(SamlAssertion)).Should().Equal("Validation/AcceptedAssertion.cs");

    [Fact]
    public void No_unverified_type_has_a_way_to_a_verified_one()
    {
        Type[] unverified = [typeof(UnverifiedAssertion), typeof(UnverifiedResponse), typeof(AssertionContent)];
        Type[] verified = [.. s_proofs.Keys, typeof(VerifiedMessage), typeof(SamlAssertion)];

        IEnumerable<MethodInfo> ways = unverified.SelectMany(type => type.GetMethods(All))
            .Where(method => verified.Contains(method.ReturnType));

        ways.Should().BeEmpty();
    }

    // Methods and out parameters of any type that hand out the type, but neither what merely holds one nor the
    // validator, which calls them in their order.
    private static IEnumerable<string> Makers(Type made) =>
        from type in s_assembly.GetTypes().Where(type => type != typeof(SamlResponseValidator))
        from method in type.GetMethods(All)
        where Hands(method, made) && !IsHolder(method)
        select $"{type.Name}.{method.Name}";

    private static bool Hands(MethodInfo method, Type made) =>
        method.ReturnType == made
        || method.GetParameters().Any(parameter => parameter.IsOut && parameter.ParameterType.GetElementType() == made);

    private static bool IsHolder(MethodInfo method) =>
        (method.Name.StartsWith("get_", StringComparison.Ordinal) && !method.ReturnType.IsByRefLike)
        || method.Name.StartsWith("GetRequired", StringComparison.Ordinal);

    private static IEnumerable<string> FilesThatMake(string name)
    {
        Regex made = new($@"\bnew\s+([\w.]+\.)?{name}\b|\b{name}\s+\w+\s*=\s*new\s*\(");
        return Repository.Sources("Saml.Core").Where(file => made.IsMatch(file.Value)).Select(file => file.Key);
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static Type Find(string name) =>
        s_assembly.GetTypes().Single(type => type.Name == name && !type.IsNested);
}
