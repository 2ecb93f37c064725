using System.Globalization;

namespace Saml.Core.Tests.Corpus;

/// <summary>One recorded message with what its index says about it.</summary>
internal sealed record CorpusRow
{
    private const string IndexFile = "index.tsv";
    private const string Unknown = "-";

    private static readonly Lazy<List<CorpusRow>> s_rows = new(ReadIndex);

    private readonly string _folder;
    private readonly Dictionary<string, string> _columns;

    private CorpusRow(string folder, Dictionary<string, string> columns)
    {
        _folder = folder;
        _columns = columns;
    }

    /// <summary>For instance <c>accept/002-adfs.xml</c>.</summary>
    public string File => _columns["file"];

    public bool IsAccepted => File.StartsWith("accept/", StringComparison.Ordinal);

    /// <summary>A Response with Success of which everything is known that it has to be validated with.</summary>
    public bool IsComplete => _columns["kind"] == "response" && ValidAt is not null && Audience is not null
        && Recipient is not null && new CorpusMessage(ReadMessage()).IsSuccess;

    /// <summary>Whether the message has the shape of the strict profile.</summary>
    public bool HasProfile => Profile == "pass";

    /// <summary>"pass", or what of the profile is broken: codes that begin with R, separated by a bar.</summary>
    public string Profile => _columns["profile"];

    /// <summary>What must happen, in words.</summary>
    public string Expectation => _columns["expect"];

    /// <summary>The local names of the elements that carry a signature over themselves, in order.</summary>
    public IEnumerable<string> SignedElements =>
        _columns["signed"].Split(',').Select(pair => pair.Split("->")[0]).Order(StringComparer.Ordinal);

    public bool AllowsSha1 => _columns["weak"].Contains("sha1", StringComparison.Ordinal);

    public bool AllowsSmallKeys => _columns["weak"].Contains("rsa<2048", StringComparison.Ordinal);

    public string? Issuer => Known("issuer");

    /// <summary>The first of the audiences that would do; the index writes backslashes before a quote in one.</summary>
    public string? Audience => Known("audience")?.Split(',')[0].Replace("\\", "", StringComparison.Ordinal);

    public string? Recipient => Known("recipient");

    /// <summary>The instant at which the whole message would be acceptable; null when there is none.</summary>
    public DateTimeOffset? ValidAt =>
        DateTimeOffset.TryParse(
            _columns["valid_at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? at
            : null;

    /// <summary>The certificates that the signatures verify under, as PEM; empty when there are none.</summary>
    public string CertificatePem =>
        string.Concat(Files("certs").Select(file => System.IO.File.ReadAllText(Path.Combine(_folder, file))));

    public byte[] ReadMessage() => System.IO.File.ReadAllBytes(Path.Combine(_folder, File));

    /// <summary>All rows of the corpus, none where there is none.</summary>
    public static IReadOnlyList<CorpusRow> All => s_rows.Value;

    /// <summary>The same; skips the test that asks where there is none.</summary>
    public static IReadOnlyList<CorpusRow> ReadAll()
    {
        Skip.If(
            s_rows.Value.Count == 0,
            "There is no corpus of recorded messages beside the repository (../shared/corpus).");
        return s_rows.Value;
    }

    /// <summary>The row of a file.</summary>
    public static CorpusRow Find(string file) => ReadAll().Single(row => row.File == file);

    private static List<CorpusRow> ReadIndex()
    {
        if (FindFolder() is not { } folder)
        {
            return [];
        }

        string[] lines = System.IO.File.ReadAllLines(Path.Combine(folder, IndexFile));
        string[] names = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => new CorpusRow(folder, Columns(names, line.Split('\t'))))];
    }

    private static Dictionary<string, string> Columns(string[] names, string[] values) =>
        names.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);

    private static string? FindFolder()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Saml.Core.sln")))
            {
                string folder = Path.Combine(at.FullName, "..", "shared", "corpus");
                return System.IO.File.Exists(Path.Combine(folder, IndexFile)) ? folder : null;
            }
        }

        return null;
    }

    private string? Known(string column) => _columns[column] is Unknown or "" ? null : _columns[column];

    private IEnumerable<string> Files(string column) => Known(column)?.Split(',', ' ') ?? [];
}
