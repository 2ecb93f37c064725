using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Saml.Core.Testing;

namespace Saml.Core.Tests.Architecture;

/// <summary>
/// Two rules of place. A type at the root of a project or in a folder of public ones is public, a type in another folder is
/// internal. A folder uses only folders to its left, and the public types.
/// </summary>
public sealed class PlaceTests
{
    /// <summary>From left to right.</summary>
    private static readonly string[] s_folders =
        ["Errors", "Bindings", "Xml", "Canonicalization", "Signatures", "Messages", "Validation", "Flex", "Explanation"];

    /// <summary>What a user configures, is given and is told.</summary>
    private static readonly string[] s_public = ["Settings", "Identity", "Reports"];

    private static readonly Dictionary<string, Assembly> s_projects = new()
    {
        ["Saml.Core"] = typeof(SamlResponseValidator).Assembly,
        ["Saml.Core.Testing"] = typeof(TestIdentityProvider).Assembly,
    };

    public static TheoryData<string> Projects => [.. s_projects.Keys];

    public static TheoryData<string> Folders => [.. s_folders];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_root_and_the_public_folders_are_the_API_and_nothing_else_is(string project)
    {
        IEnumerable<string?> files = Repository.Sources(project).Keys
            .Where(path => IsPublic(Folder(path))).Select(Path.GetFileNameWithoutExtension);

        IEnumerable<Type> exported = s_projects[project].GetExportedTypes().Where(type => !type.IsNested);

        exported.Should().OnlyContain(type => type.Namespace == project);
        exported.Select(type => type.Name).Should().BeEquivalentTo(files, "each has a file of its name");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_of_the_root_namespace_is_internal(string project) =>
        Types(project).Where(type => type.Namespace == project && !type.IsNested)
            .Should().OnlyContain(type => type.IsPublic);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Types_of_folders_are_internal(string project) =>
        Types(project).Where(type => type.Namespace != project)
            .Should().NotBeEmpty().And.OnlyContain(type => !type.IsVisible);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_namespace_is_named_after_its_folder(string project)
    {
        foreach ((string path, string text) in Repository.Sources(project))
        {
            string folder = Folder(path);
            string expected = IsPublic(folder) ? project : $"{project}.{folder.Replace('/', '.')}";

            text.Should().MatchRegex($@"(?m)^namespace {Regex.Escape(expected)};\r?$", path);
        }
    }

    [Fact]
    public void There_are_no_other_folders() =>
        Repository.Sources("Saml.Core").Keys.Select(Folder).Distinct()
            .Should().BeEquivalentTo([.. s_folders, .. s_public, ""], "the picture names them, and a new one has its place in the order");

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_no_folder_to_its_right(string folder)
    {
        string[] right = s_folders[(Array.IndexOf(s_folders, folder) + 1)..];
        foreach ((string path, string text) in Repository.Sources("Saml.Core"))
        {
            if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
            {
                continue;
            }

            string code = WithoutComments(text);
            foreach (string other in right)
            {
                code.Should().NotMatchRegex($@"\bSaml\.Core\.{other}\b", path);
                code.Should().NotMatchRegex($@"(?<![\w.]){other}\.[A-Z]\w*[.(<]", path);
            }
        }
    }

    /// <summary>What source text cannot show: types of members and variables, whatever they are called.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_has_no_member_of_a_type_to_its_right(string folder)
    {
        string[] right = s_folders[(Array.IndexOf(s_folders, folder) + 1)..];
        IEnumerable<Type> used = Types("Saml.Core").Where(type => type.Namespace == $"Saml.Core.{folder}")
            .SelectMany(TypesOfMembers).SelectMany(Parts);

        used.Where(type => right.Any(other => type.Namespace == $"Saml.Core.{other}")).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Names_say_what_things_are(string project) =>
        Types(project).Where(type => !type.IsNested).Select(type => type.Name).Should().NotContain(name =>
            Regex.IsMatch(name, "(Manager|Helper|Util|Utils|Service|Processor|Base|Impl|Info|Data)$"));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Public_classes_are_sealed(string project) =>
        s_projects[project].GetExportedTypes().Where(type => type.IsClass)
            .Should().OnlyContain(type => type.IsSealed);

    private static string Folder(string path) => Path.GetDirectoryName(path)!.Replace('\\', '/');

    private static bool IsPublic(string folder) => folder.Length == 0 || s_public.Contains(folder);

    private static IEnumerable<Type> Types(string project) => s_projects[project].GetTypes().Where(type =>
        type.Namespace?.StartsWith(project, StringComparison.Ordinal) == true
        && !IsGenerated(type));

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is not null && IsGenerated(type.DeclaringType));

    private static IEnumerable<Type> TypesOfMembers(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MethodBase> methods = [.. type.GetMethods(all), .. type.GetConstructors(all)];
        return
        [
            .. type.GetFields(all).Select(field => field.FieldType),
            .. type.GetMethods(all).Select(method => method.ReturnType),
            .. methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.SelectMany(method => method.GetMethodBody()?.LocalVariables ?? [])
                .Select(local => local.LocalType),
        ];
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        yield return type;
        Type[] parts = type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments();
        foreach (Type part in parts.SelectMany(Parts))
        {
            yield return part;
        }
    }

    private static string WithoutComments(string text) => Regex.Replace(text, @"//.*", "");
}
