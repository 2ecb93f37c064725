using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace Saml.Core.Tool.Tests.Certificates;

public sealed class CertCommandTests
{
    private const string PrivateKeyText = "it is a private key; keep it where it belongs and take the certificate";

    private const string Ed25519Request =
        "MIGLMD8CAQAwDDEKMAgGA1UEAwwBeDAqMAUGAytlcAMhAMOcbhkQp3NfFQN2vBwo1THNWo0scDxVFUOanNSDXtf6oAAwBQYDK2VwA0EAdh5QifHX"
        + "voS3I4WhBz/OZXUWVqrkWCLE/p5TEQIsB8JsThCUL6SLfcXAj3C0bYaJgvDeODNjqARW+3eR+kWrDA==";

    private static readonly byte[] s_ecPublicKey = Convert.FromHexString("06072A8648CE3D0201");
    private static readonly byte[] s_dsa = Convert.FromHexString("06072A8648CE380401");
    private static readonly byte[] s_p256 = Convert.FromHexString("06082A8648CE3D030107");
    private static readonly byte[] s_unknownCurve = Convert.FromHexString("06082A8648CE3D030177");
    private static readonly RSA s_key = RSA.Create(2048);
    private static readonly X509Certificate2 s_good = Make(notAfterDays: 400);
    private static readonly X509Certificate2 s_other = Make(notAfterDays: 400);

    private static readonly CertificateRow[] s_rows =
    [
        Text("PEM", s_good.ExportCertificatePem, 0, "Usable: PEM, 1 certificate"),
        Text("PEM, twice", () => s_good.ExportCertificatePem() + "\r\n" + s_other.ExportCertificatePem(), 0,
            "Usable: PEM, 2 certificates"),
        new("DER", () => s_good.RawData, 0, "Usable: DER, 1 certificate"),
        Text("bare base64", () => Convert.ToBase64String(s_good.RawData), 0, "Usable: bare base64, 1 certificate"),
        Text("bare base64 in lines",
            () => Convert.ToBase64String(s_good.RawData, Base64FormattingOptions.InsertLineBreaks), 0,
            "Usable: bare base64, 1 certificate"),
        Text("it expires in 59 days",
            () => Make(59).ExportCertificatePem(), 1, "Usable with a remark: PEM, 1 certificate"),
        Text("it expired", () => Make(-1).ExportCertificatePem(), 1, "Usable with a remark: PEM, 1 certificate"),
        Text("it is not yet valid", () => Make(400, notBeforeDays: 1).ExportCertificatePem(), 1,
            "Usable with a remark: PEM, 1 certificate"),
        Text("RSA of 1024 bits", () => Make(400, keyBits: 1024).ExportCertificatePem(), 1,
            "Usable with a remark: PEM, 1 certificate"),
        Text("RSA of 512 bits",
            () => Make(400, keyBits: 512).ExportCertificatePem(), 2, "Unusable: PEM, 1 certificate"),
        Text("ECDSA",
            () => MakeEcdsa(ECCurve.NamedCurves.nistP256).ExportCertificatePem(), 0, "Usable: PEM, 1 certificate"),
        Text("another curve", () => MakeEcdsa(ECCurve.NamedCurves.brainpoolP256r1).ExportCertificatePem(), 2,
            "Unusable: PEM, 1 certificate, and its elliptic curve is none of P-256, P-384 and P-521"),
        Text("one good, one expired", () => s_good.ExportCertificatePem() + "\n" + Make(-1).ExportCertificatePem(), 1,
            "Usable with a remark: PEM, 2 certificates"),
        Text("a private key", Key().ExportPkcs8PrivateKeyPem, 2, "Unusable: it holds a private key;"),
        new("a private key in DER", () => Key().ExportPkcs8PrivateKey(), 2, "Unusable: " + PrivateKeyText),
        new("an encrypted private key in DER", () => Key().ExportEncryptedPkcs8PrivateKey("secret", Encryption), 2,
            "Unusable: " + PrivateKeyText),
        new("a public key in DER",
            () => Key().ExportSubjectPublicKeyInfo(), 2, "Unusable: it is a bare public key; the certificate is needed"),
        new("a revocation list in DER", RevocationList, 2, "Unusable: it is a revocation list"),
        Text("a certificate and its key",
            () => s_good.ExportCertificatePem() + "\n" + Key().ExportPkcs8PrivateKeyPem(), 2,
            "Unusable: PEM, 1 certificate, and it holds a private key;"),
        Text("a request",
            () => Request(Key()).CreateSigningRequestPem(), 2, "Unusable: it holds a certificate request (CSR);"),
        new("a request in DER",
            () => Request(Key()).CreateSigningRequest(), 2, "Unusable: it is a certificate request (CSR);"),
        new("a request for Ed25519 in DER",
            () => Convert.FromBase64String(Ed25519Request), 2, "Unusable: it is a certificate request (CSR);"),
        Text("a request for Ed25519 in base64",
            () => Ed25519Request, 2, "Unusable: it is a certificate request (CSR);"),
        new("a request for DSA in DER", () => Replace(EcdsaRequest(), s_ecPublicKey, s_dsa), 2,
            "Unusable: it is a certificate request (CSR);"),
        new("a request that is not signed with its key",
            () => [.. Request(Key()).CreateSigningRequest()[..^1], 0], 2, "Unusable: it is a certificate request (CSR);"),
        new("half a request", () => Request(Key()).CreateSigningRequest()[..100], 2,
            "Unusable: it is DER of something that is no certificate"),
        new("an elliptic private key in DER",
            () => Ecdsa().ExportECPrivateKey(), 2, "Unusable: " + PrivateKeyText),
        new("a private key on an unknown curve", () => Replace(Ecdsa().ExportECPrivateKey(), s_p256, s_unknownCurve), 2,
            "Unusable: " + PrivateKeyText),
        new("the same in PKCS #8", () => Replace(Ecdsa().ExportPkcs8PrivateKey(), s_p256, s_unknownCurve), 2,
            "Unusable: " + PrivateKeyText),
        new("an RSA private key in DER", () => Key().ExportRSAPrivateKey(), 2, "Unusable: " + PrivateKeyText),
        new("a bare public key in DER", () => Key().ExportRSAPublicKey(), 2,
            "Unusable: it is DER of something that is no certificate"),
        new("PKCS #7", () => new X509Certificate2Collection(s_good).Export(X509ContentType.Pkcs7)!, 2,
            "Unusable: it is a PKCS #7 bundle;"),
        new("PKCS #12", () => s_good.Export(X509ContentType.Pfx), 2, "Unusable: it is a PKCS #12 file,"),
        Text("a bare public key", Key().ExportSubjectPublicKeyInfoPem, 2, "Unusable: it holds a bare public key;"),
        Text("a damaged block",
            () => s_good.ExportCertificatePem()[..^20], 2, "Unusable: it holds a damaged PEM block"),
        Text("as many blocks as are read", () => Repeat("-----BEGIN A-----\n", 1000), 2,
            "Unusable: it holds a damaged PEM block"),
        Text("one more", () => Repeat("-----BEGIN A-----\n", 1001), 2,
            "Unusable: it is a text with more than 1000 PEM blocks;"),
        Text("an HTML page", () => "<!doctype html><html>Sign in</html>", 2, "Unusable: it is an HTML page;"),
        Text("metadata", () => "<md:EntityDescriptor entityID='x'/>", 2, "Unusable: it is SAML metadata;"),
        Text("nothing", () => " \n", 2, "Unusable: it is an empty file"),
        Text("base64 of something else", () => Convert.ToBase64String("hello, world"u8), 2,
            "Unusable: it is base64 of something that is no certificate"),
        Text("plain text", () => "hello, world", 2, "Unusable: it is neither PEM, DER nor base64"),
    ];

    public static TheoryData<CertificateRow> Rows => [.. s_rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_file_is_said_to_be_what_it_is(CertificateRow row)
    {
        ToolRun run = ToolRun.With(row.Make(), "cert", "-");

        run.Out.Should().StartWith(row.Headline);
        run.ExitCode.Should().Be(row.ExitCode);
        run.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", 1)]
    [InlineData("9999-12-31T23:59:59Z", 1)]
    public void Days_are_counted_from_any_instant(string at, int exitCode)
    {
        X509Certificate2 endless = Request(s_key).CreateSelfSigned(
            ToolRun.Now.AddYears(-1), new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero));

        ToolRun.With(endless.RawData, "cert", "-", "--at", at).ExitCode.Should().Be(exitCode);
    }

    [Fact]
    public void Nothing_of_a_private_key_is_shown()
    {
        string pem = Key().ExportPkcs8PrivateKeyPem();

        ToolRun.With(pem, "cert", "-").Out.Should().NotContain(pem.Split('\n')[1]);
        ToolRun.With(pem, "cert", "-", "--output", "json").Out.Should().NotContain(pem.Split('\n')[1]);
    }

    [Theory]
    [InlineData("\u001B[2J")]
    [InlineData("\u009B2J")]
    [InlineData("\u202E")]
    [InlineData("\u2066")]
    public void A_name_does_not_steer_the_terminal(string sequence)
    {
        string name = $"CN=dev-{sequence}01234567";
        byte[] certificate = new CertificateRequest(name, s_key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(ToolRun.Now.AddDays(-1), ToolRun.Now.AddDays(400)).RawData;

        ToolRun.With(certificate, "cert", "-").Out.Should().NotContain(sequence).And.Contain("CN=dev-");
        ToolRun.With(certificate, isInteractive: true, "cert", "-").Out.Should().NotContain(sequence).And.Contain("CN=dev-");
        ToolRun.With(certificate, "cert", "-", "--output", "json").Out.Should().NotContain(sequence).And.Contain("CN=dev-");
    }

    [Fact]
    public void The_lines_say_what_a_person_compares()
    {
        ToolRun run = ToolRun.With(s_good.ExportCertificatePem(), "cert", "-");

        string sha256 = s_good.GetCertHashString(HashAlgorithmName.SHA256);
        run.Out.Split('\n').Should().Contain(
        [
            "Subject              CN=dev-01234567",
            "SHA-256              " + sha256,
            "Key                  RSA, 2048 bits",
            "Not after            2027-03-07T09:30:00Z",
            "Days left            400",
            "Saml.Core            can use it",
        ]);
        run.Out.Should().Contain(string.Join(':', sha256.Chunk(2).Select(pair => new string(pair))));
    }

    [Fact]
    public void Days_are_counted_from_the_instant_that_is_given()
    {
        string pem = s_good.ExportCertificatePem();

        ToolRun.With(pem, "cert", "-", "--at", "2027-03-06T09:30:00Z").Out.Should()
            .Contain("Days left            1\n").And.Contain("it expires in 1 days");
        ToolRun.With(pem, "cert", "-", "--at", "2027-03-08").ExitCode.Should().Be(ExitCode.Finding);
        ToolRun.With(pem, "cert", "-", "--at", "tomorrow").ExitCode.Should().Be(ExitCode.Usage);
    }

    [Fact]
    public void JSON_says_the_same()
    {
        ToolRun run = ToolRun.With(Make(10).ExportCertificatePem(), "cert", "-", "--output", "json");

        JsonElement json = JsonDocument.Parse(run.Out).RootElement;
        json.GetProperty("verdict").GetString().Should().Be("usableWithRemark");
        json.GetProperty("problem").ValueKind.Should().Be(JsonValueKind.Null);
        JsonElement certificate = json.GetProperty("certificates")[0];
        certificate.GetProperty("keyBits").GetInt32().Should().Be(2048);
        certificate.GetProperty("daysLeft").GetInt32().Should().Be(10);
        certificate.GetProperty("remarks")[0].GetString().Should().Be("it expires in 10 days");
        run.ExitCode.Should().Be(ExitCode.Finding);
    }

    [Fact]
    public void A_person_at_a_terminal_gets_a_table_with_the_same_words()
    {
        ToolRun run = ToolRun.With(
            Encoding.UTF8.GetBytes(s_good.ExportCertificatePem()), isInteractive: true, "cert", "-");

        run.Out.Should().Contain("Usable: PEM, 1 certificate").And.Contain("CN=dev-01234567").And.Contain("│");
    }

    private static CertificateRow Text(string name, Func<string> make, int exitCode, string headline) =>
        new(name, () => Encoding.UTF8.GetBytes(make()), exitCode, headline);

    private static PbeParameters Encryption => new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1);

    private static byte[] RevocationList()
    {
        CertificateRequest authority = Request(s_key);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(authority.PublicKey, false));
        using X509Certificate2 issuer = authority.CreateSelfSigned(ToolRun.Now.AddDays(-1), ToolRun.Now.AddDays(400));
        return new CertificateRevocationListBuilder().Build(
            issuer, 1, ToolRun.Now.AddDays(1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, ToolRun.Now);
    }

    private static RSA Key(int bits = 2048) => bits == s_key.KeySize ? s_key : RSA.Create(bits);

    private static CertificateRequest Request(RSA key) =>
        new("CN=dev-01234567", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static ECDsa Ecdsa() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private static byte[] EcdsaRequest() =>
        new CertificateRequest("CN=dev-01234567", Ecdsa(), HashAlgorithmName.SHA256).CreateSigningRequest();

    private static byte[] Replace(byte[] octets, byte[] part, byte[] other)
    {
        int at = octets.AsSpan().IndexOf(part);
        return [.. octets[..at], .. other, .. octets[(at + part.Length)..]];
    }

    private static X509Certificate2 Make(int notAfterDays, int notBeforeDays = -500, int keyBits = 2048) =>
        Request(Key(keyBits)).CreateSelfSigned(ToolRun.Now.AddDays(notBeforeDays), ToolRun.Now.AddDays(notAfterDays));

    private static X509Certificate2 MakeEcdsa(ECCurve curve) =>
        new CertificateRequest("CN=dev-01234567", ECDsa.Create(curve), HashAlgorithmName.SHA256)
            .CreateSelfSigned(ToolRun.Now.AddDays(-1), ToolRun.Now.AddDays(400));
}
