using System.Reflection;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Fuzz.Soundness;
using Saml.Core.Testing;
using Saml.Core.Tests.Attacks;
using Saml.Core.Tests.Corpus;
using Saml.Core.Tests.Cost;
using Saml.Core.Tests.Messages;
using Saml.Core.Tests.Signatures;
using Saml.Core.Tests.Validation;
using Saml.Core.Tests.Xml;

namespace Saml.Core.Tests.AllVectors;

/// <summary>
/// Every message that the tests know, for properties that hold for each. A table of vectors is found wherever it
/// stands: it is a static <see cref="VectorTable"/>, or a static property <c>Vectors</c> of names and vectors.
/// </summary>
internal static class EveryVector
{
    private const BindingFlags AnyStatic = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private const int Mutants = 1_000;
    private const int HostileSize = 20_000;

    /// <summary>All but the recorded messages, which are not everywhere.</summary>
    public static IEnumerable<EveryVectorRow> All =>
    [
        .. Tables(),
        .. NamedVectors(),
        .. SignatureVectors(),
        .. SignatureRequirements(),
        .. Structures(),
        .. XmlDocuments(),
        .. Attacks(),
        .. Permutations(),
        .. HostileMessages(),
        .. Fuzzed(),
        .. FuzzedMutants(),
    ];

    /// <summary>The recorded messages; none where there is no corpus.</summary>
    public static IEnumerable<EveryVectorRow> Corpus =>
        from row in CorpusRow.All
        select new EveryVectorRow($"corpus: {row.File}", () =>
        {
            CorpusSettings settings = CorpusSettings.Of(row);
            return new EveryVectorMessage(settings.ToOptions(), row.ReadMessage(), settings.Request);
        });

    // SemanticAttacks names tables of others.
    private static IEnumerable<EveryVectorRow> Tables() =>
        from field in Types().SelectMany(type => type.GetFields(AnyStatic))
        where field.FieldType == typeof(VectorTable) && field.DeclaringType != typeof(SemanticAttacks)
        let table = (VectorTable)field.GetValue(null)!
        from name in table
        select Row($"{field.DeclaringType!.Name}.{field.Name}: {name}", () => table.Vector(name));

    private static IEnumerable<EveryVectorRow> NamedVectors() =>
        from property in Types().SelectMany(type => type.GetProperties(AnyStatic))
        where property.PropertyType == typeof(IEnumerable<(string Name, Vector Vector)>)
        from row in (IEnumerable<(string Name, Vector Vector)>)property.GetValue(null)!
        select Row($"{property.DeclaringType!.Name}: {row.Name}", () => row.Vector);

    private static IEnumerable<EveryVectorRow> SignatureVectors() =>
        from vector in SignatureVectorTests.All
        from placement in (Bases.Response | Bases.Assertion).Placements()
        select Row(
            $"signature: {vector.Name} ({placement})", () => vector.ServiceProvider, () => vector.Message(placement));

    private static IEnumerable<EveryVectorRow> SignatureRequirements() =>
        from placement in Bases.All.Placements().Prepend(SignaturePlacement.None)
        from requirement in Enum.GetValues<SignatureRequirement>()
        select Row(
            $"signature: {placement} where {requirement} is required",
            () => new ServiceProvider { RequiredSignatures = requirement },
            () => SignedMessage.Mint(placement));

    // Their rows stand in attributes: a name, a text that is found, and what it is replaced by.
    private static IEnumerable<EveryVectorRow> Structures() =>
        from test in new[] { typeof(ResponseStructureTests), typeof(AssertionStructureTests) }
        from method in test.GetMethods()
        let parameters = method.GetParameters().Select(parameter => parameter.Name).Take(3)
        where parameters.SequenceEqual(["name", "found", "replacement"])
        from attribute in method.GetCustomAttributes<InlineDataAttribute>()
        let data = attribute.GetData(method).Single()
        select new EveryVectorRow($"{test.Name}.{method.Name}: {data[0]}", () => new EveryVectorMessage(
            Options("https://sp.example", "https://sp.example/acs", "https://idp.example", new XmlLimits()),
            Encoding.UTF8.GetBytes(SampleResponse.With((string)data[1], (string)data[2])),
            ExpectedRequest.ForRequest("_q")));

    private static IEnumerable<EveryVectorRow> XmlDocuments() =>
        from name in XmlVector.Names()
        select new EveryVectorRow($"XML: {name}", () =>
        {
            XmlVector vector = XmlVector.Open(name);
            return new EveryVectorMessage(
                Options(
                    Vector.EntityId,
                    Vector.ServiceUrl,
                    TestIdentityProvider.ExampleEntityId,
                    Settable(vector.Limits)),
                vector.Octets,
                ExpectedRequest.ForRequest(Vector.RequestId));
        });

    // Some limits are narrower than an operator can set; the defaults stand in for them.
    private static XmlLimits Settable(XmlLimits limits)
    {
        bool isSettable = limits.MaxMessageBytes >= 1_024 && limits.MaxDepth >= 8 && limits.MaxNodes >= 64
            && limits.MaxAttributes >= 8 && limits.MaxNamespaces >= 8 && limits.MaxNameLength >= 64;
        return isSettable ? limits : new XmlLimits();
    }

    private static IEnumerable<EveryVectorRow> Attacks() =>
        from attack in AttackSuite.All
        select new EveryVectorRow(
            $"attack {attack.Title}",
            () => new EveryVectorMessage(attack.Options(), attack.Message(), attack.Request)
            {
                FormValue = attack.ToFormValue(),
            });

    private static IEnumerable<EveryVectorRow> Permutations() =>
        from placement in Bases.All.Placements()
        from permutation in WrappingPermutations.Of(Genuine.Of(placement))
        select Row(
            $"permutation of {placement}: {permutation.Name}",
            () => new ServiceProvider(),
            () => Encoding.UTF8.GetBytes(permutation.Xml));

    private static IEnumerable<EveryVectorRow> HostileMessages() =>
        from shape in HostileShapes.All
        select new EveryVectorRow($"hostile {shape.Title}", () =>
        {
            HostileMessage message = shape.OfSize(HostileSize);
            byte[] octets = message.ToOctets();
            return new EveryVectorMessage(
                HostileServiceProvider.ToOptions(new XmlLimits()), octets, HostileServiceProvider.Request)
            {
                FormValue = message.Post(octets),
            };
        });

    private static IEnumerable<EveryVectorRow> Fuzzed() =>
        from message in KnownMessages.Originals()
        select new EveryVectorRow($"fuzz: {message.Name}", () => new EveryVectorMessage(
            KnownMessages.ToOptions(message.Requirement), message.Octets, KnownMessages.Requests));

    private static IEnumerable<EveryVectorRow> FuzzedMutants() =>
        from index in Enumerable.Range(0, Mutants)
        select new EveryVectorRow($"fuzz: mutant {index}", () =>
        {
            (SignatureRequirement requirement, byte[] octets) = KnownMessages.MakeMutant(index);
            return new EveryVectorMessage(KnownMessages.ToOptions(requirement), octets, KnownMessages.Requests);
        });

    private static EveryVectorRow Row(string name, Func<Vector> make) => new(name, () =>
    {
        Vector vector = make();
        byte[] octets = vector.ToOctets();
        return new EveryVectorMessage(
            vector.ToOptions(vector.Store ?? new RecordingReplayStore()), octets, vector.Request)
        {
            FormValue = TestIdentityProvider.ToFormValue(octets) + vector.FormSuffix,
            Secrets = [.. Secrets.Of(vector.ToDocument()).Union(Secrets.Of(octets))],
        };
    });

    private static EveryVectorRow Row(string name, Func<ServiceProvider> serviceProvider, Func<byte[]> octets) =>
        new(name, () => new EveryVectorMessage(
            serviceProvider().ToOptions(),
            octets(),
            ExpectedRequest.ForRequest(ResponseTemplate.ExampleRequestId)));

    private static SamlValidatorOptions Options(string entityId, string url, string issuer, XmlLimits limits) => new()
    {
        ServiceProviderEntityId = entityId,
        AssertionConsumerServiceUrl = url,
        IdentityProvider = new IdentityProvider(issuer, [TestKeys.Okta.Certificate]),
        TimeProvider = new FakeTimeProvider(Vector.Noon),
        ReplayStore = new RecordingReplayStore(),
        XmlLimits = limits,
    };

    private static IEnumerable<Type> Types() => typeof(EveryVector).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Saml.Core.Tests.", StringComparison.Ordinal) == true
            && !type.ContainsGenericParameters)
        .OrderBy(type => type.FullName, StringComparer.Ordinal);
}
