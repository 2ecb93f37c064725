using System.Globalization;
using Saml.Core;

namespace Quickstart;

/// <summary>The arguments of the command line; a <see cref="FormatException"/> says what is wrong with them.</summary>
internal sealed record Arguments(
    string ResponseFile, string CertificateFile, string Issuer, string EntityId, string AssertionConsumerServiceUrl)
{
    public bool IsFlex { get; private init; }

    public bool KnowsRequest { get; private init; }

    public ExpectedRequest Request { get; private init; } = ExpectedRequest.Unsolicited;

    public TimeProvider Clock { get; private init; } = TimeProvider.System;

    public static Arguments Read(string[] args)
    {
        List<string> rest = [.. args];
        string? request = TakeOption(rest, "--request");
        string? at = TakeOption(rest, "--at");
        return Place(rest) with
        {
            KnowsRequest = request is not null,
            Request = request is null ? ExpectedRequest.Unsolicited : ExpectedRequest.ForRequest(request),
            Clock = at is null ? TimeProvider.System : new StoppedClock(ReadInstant(at)),
        };
    }

    private static Arguments Place(List<string> rest)
    {
        if (rest.Exists(argument => argument.StartsWith('-')))
        {
            throw new FormatException("Validates a SAML response from a file.");
        }

        if (rest is [string response, string certificate, string issuer, string entityId, string url])
        {
            return new Arguments(response, certificate, issuer, entityId, url);
        }

        if (rest is not [_, _, _, string sid])
        {
            throw new FormatException($"Expected 4 or 5 arguments, but there are {rest.Count}.");
        }

        FlexConnection flex = sid.StartsWith("AC", StringComparison.Ordinal)
            ? FlexConnection.Legacy(sid)
            : FlexConnection.Enhanced(sid);
        return new Arguments(
            rest[0], rest[1], rest[2], flex.ServiceProviderEntityId, flex.AssertionConsumerServiceUrl)
        {
            IsFlex = true,
        };
    }

    private static string? TakeOption(List<string> args, string name)
    {
        int index = args.IndexOf(name);
        if (index < 0)
        {
            return null;
        }

        if (index + 1 == args.Count || string.IsNullOrWhiteSpace(args[index + 1]))
        {
            throw new FormatException($"{name} needs a value.");
        }

        string value = args[index + 1];
        args.RemoveRange(index, 2);
        return value;
    }

    private static DateTimeOffset ReadInstant(string text) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw new FormatException($"--at {text} is no instant such as 2026-01-01T00:00:00Z.");

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
