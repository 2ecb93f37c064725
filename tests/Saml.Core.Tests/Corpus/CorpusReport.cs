using System.Globalization;
using Xunit.Abstractions;

namespace Saml.Core.Tests.Corpus;

/// <summary>Answers to many recorded messages, with the exceptions that are known among them.</summary>
internal sealed class CorpusReport(CorpusException[] exceptions)
{
    private readonly List<string> _failures = [];
    private readonly List<CorpusException> _met = [];

    /// <summary>How many were answered as the index says.</summary>
    public int AsExpected { get; private set; }

    /// <summary>Notes an answer: what was expected, or the code of a listed exception.</summary>
    public void Add(CorpusRow row, bool isAsExpected, CorpusAnswer answer)
    {
        CorpusException? exception = Array.Find(exceptions, one => one.File == row.File);
        if (exception is null)
        {
            AsExpected += isAsExpected ? 1 : 0;
            Fail(!isAsExpected, $"{row.File} ({row.Expectation}): {answer}");
            return;
        }

        _met.Add(exception);
        Fail(isAsExpected, $"{row.File} is listed as an exception and is none: {answer}");
        Fail(!isAsExpected && answer != exception.Answer, $"{row.File}: {answer}, listed with {exception.Answer}");
    }

    public void Fail(bool isFailure, string text)
    {
        if (isFailure)
        {
            _failures.Add(text);
        }
    }

    /// <summary>Prints the exceptions by code, and fails the test with all failures at once.</summary>
    public void Finish(ITestOutputHelper output)
    {
        foreach ((SamlErrorCode code, int count) in _met.CountBy(one => one.Code).OrderBy(pair => pair.Key))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  exception {(int)code} {code}: {count}"));
        }

        foreach (CorpusException one in exceptions.Except(_met))
        {
            _failures.Add($"{one.File} is listed, but was not asked about");
        }

        _failures.Should().BeEmpty();
        AsExpected.Should().BePositive();
    }
}
