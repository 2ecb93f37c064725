using Saml.Core.Tests.Cost;

namespace Saml.Core.Benchmarks;

/// <summary>
/// Measures what the library promises about its cost, all in this process, and compares it with the limits in
/// <c>limits.json</c>. Times are ratios, medians of pairs measured in alternation; allocations are exact.
/// </summary>
internal sealed class Gate
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(3);

    // Each with the octets of what is hostile about it.
    private static readonly (string Figure, string Shape, int Size)[] s_hostile =
    [
        ("hostile: declarations and prefixed attributes", "RX-5: declarations and as many prefixed attributes of one element", 400_000),
        ("hostile: declarations used by children", "RX-5: declarations of the Assertion, each used by one child", 400_000),
        ("hostile: attributes of one element", "RX-3: attributes in no order, of Assertion", 1_300_000),
        ("hostile: 10 MB of text", "RX-12: a long value", 10_000_000),
        ("hostile: depth", "RX-1: nesting, in Extensions", 70_000),
    ];

    private readonly GateReport _report;

    private Gate(GateReport report) => _report = report;

    /// <summary><c>[strict] [--output file]</c>.</summary>
    public static bool TryArguments(string[] arguments, out bool strict, out string output)
    {
        strict = arguments is ["strict", ..];
        string[] rest = strict ? arguments[1..] : arguments;
        output = rest is ["--output", string file] ? file : Path.Combine("artifacts", "benchmarks", "gate.json");
        return rest is [] or ["--output", _];
    }

    /// <summary>Measures everything, prints a line for each figure and writes the report; true when every limit holds.</summary>
    public static bool Run(bool strict, string output)
    {
        GateReport report = new(strict);
        Gate gate = new(report);
        BenchmarkMessage[] messages = [.. Enum.GetValues<MessageSize>().Select(size => BenchmarkMessage.Of(size))];
        SignedXmlBaseline[] baselines = [.. messages.Select(message => new SignedXmlBaseline(message.Certificate))];
        WarmUp(messages, baselines);
        for (int i = 0; i < messages.Length; i++)
        {
            gate.MeasureMessage(messages[i], baselines[i], ((MessageSize)i) switch
            {
                MessageSize.Okta => "8.5 KB",
                MessageSize.Large => "178 KB",
                _ => "1 MB",
            });
        }

        gate.MeasureAllocations(messages[0]);
        gate.MeasureRefusals();
        gate.MeasureThreads(messages[0]);
        gate.MeasureHostility();

        // Last: behind messages of 17 MB the shared pool of arrays is trimmed, which makes large ones dearer.
        gate.MeasureGrowth();
        return report.Complete(output);
    }

    // Until the tiered compiler has nothing left to do; SignedXml needs the longest.
    private static void WarmUp(BenchmarkMessage[] messages, SignedXmlBaseline[] baselines) => Pairing.Warm(
        () =>
        {
            baselines[0].Verify(messages[0].Xml);
            for (int i = 0; i < 10; i++)
            {
                messages[0].Floor.Run();
                messages[0].Validate();
                messages[0].VerifySignatures();
            }

            messages[1].Validate();
            messages[1].VerifySignatures();
        },
        s_warmUp);

    private void MeasureMessage(BenchmarkMessage message, SignedXmlBaseline baseline, string size)
    {
        Action floor = () => message.Floor.Run();
        Action signatures = () => message.VerifySignatures();
        _report.Add($"{size}: validate", Pairing.Measure(floor, () => message.Validate(), s_duration));
        _report.Add($"{size}: signatures only", Pairing.Measure(floor, signatures, s_duration));
        _report.Add(
            $"{size}: SignedXml to signatures only",
            Pairing.Measure(signatures, () => baseline.Verify(message.Xml), s_duration));
    }

    private void MeasureAllocations(BenchmarkMessage message)
    {
        _report.Add("8.5 KB: allocated by verification", Pairing.Allocated(() => message.VerifySignatures()));
        long acceptance = Pairing.Allocated(() => message.Validate());
        _report.Add("8.5 KB: allocated by an acceptance", acceptance - message.ReplayKeyBytes);
    }

    /// <summary>The dearest of them.</summary>
    private void MeasureRefusals()
    {
        Action accept = () => Refusal.Genuine.Validate();
        TimeSpan duration = TimeSpan.FromSeconds(0.5);
        Pairing.Warm(
            () =>
            {
                foreach (Refusal refusal in Refusal.All)
                {
                    refusal.Run();
                }
            },
            TimeSpan.FromSeconds(2));
        _report.Add("8.5 KB: allocated by a refusal", Allocated(stage => stage != Stage.FlexMapping));
        _report.Add("8.5 KB: allocated by a refusal as a Flex user", Allocated(stage => stage == Stage.FlexMapping));
        _report.Add(
            "8.5 KB: refusal before cryptography",
            Refusal.All.Where(refusal => refusal.At == Stage.BeforeCryptography)
                .Select(refusal => Pairing.Measure(accept, () => refusal.Run(), duration))
                .MaxBy(ratio => ratio.Median));
    }

    private static long Allocated(Func<Stage, bool> at) =>
        Refusal.All.Where(refusal => at(refusal.At)).Max(refusal => Pairing.Allocated(() => refusal.Run()));

    private void MeasureThreads(BenchmarkMessage message) => _report.Add(
        "two threads, to those of the floor",
        Scaling.Measure(() => message.Floor.Run(), () => message.Validate(), s_duration * 2));

    /// <summary>What a byte costs in a message with a hundred times the values.</summary>
    private void MeasureGrowth()
    {
        BenchmarkMessage small = BenchmarkMessage.WithGroups(1_000);
        BenchmarkMessage large = BenchmarkMessage.WithGroups(100_000);
        Pairing.Warm(() => large.Validate(), TimeSpan.FromSeconds(1));
        Ratio ratio = Pairing.Measure(() => small.Validate(), () => large.Validate(), s_duration);
        _report.Add("100,000 values to 1,000, by the byte", ratio.Times((double)small.Xml.Length / large.Xml.Length));
    }

    private void MeasureHostility()
    {
        SamlResponseValidator validator = HostileServiceProvider.CreateValidator(HostileServiceProvider.WidestLimits);
        foreach ((string figure, string title, int size) in s_hostile)
        {
            HostileShape shape = HostileShapes.All.Single(shape => shape.Title == title);
            Action validate = Hostility.Validation(shape, size, validator, out int bytes);
            double allowed = Hostility.AllowedMilliseconds(bytes);
            Pairing.Warm(validate, TimeSpan.FromSeconds(0.5));
            Measurement measured = Measurement.Of(validate);
            _report.Add(figure, new Ratio(measured.Processor / allowed, 0, 0, allowed * 1000, measured.Processor * 1000));
        }
    }
}
