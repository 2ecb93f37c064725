using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Saml.Core.Tests.Attacks;
using static Saml.Core.SamlErrorCode;

namespace Saml.Core.Tests.Validation;

/// <summary>No answer of the replay store is no login; only the caller's own cancellation is thrown.</summary>
public sealed class ReplayStoreFailureTests
{
    private static readonly Dictionary<string, Func<string, CancellationToken, ValueTask<bool>>> s_failures = new()
    {
        ["throws"] = (_, _) => throw new InvalidOperationException("no connection"),
        ["throws later"] = async (_, _) =>
        {
            await Task.Yield();
            throw new TimeoutException("no connection");
        },
        ["throws its own cancellation"] = (_, _) => throw new OperationCanceledException("timed out"),
        ["throws its own cancellation later"] = async (_, _) =>
        {
            await Task.Yield();
            throw new TaskCanceledException("timed out");
        },
        ["throws a cancellation of another token"] =
            (_, _) => throw new OperationCanceledException(new CancellationToken(canceled: true)),
        ["returns a cancelled task"] = (_, _) => ValueTask.FromCanceled<bool>(new CancellationToken(canceled: true)),
        ["returns a failed task"] = (_, _) => ValueTask.FromException<bool>(new IOException("no connection")),
        ["throws what no store should"] = (_, _) => throw new NullReferenceException("a bug of the store"),
    };

    public static TheoryData<string> Failures => [.. s_failures.Keys];

    internal static IEnumerable<(string Name, Vector Vector)> Vectors =>
        s_failures.Select(failure => ($"a store that {failure.Key}", new Vector { Store = new(failure.Value) }));

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_store_without_an_answer_refuses(string name)
    {
        RecordingReplayStore store = new(s_failures[name]);
        CapturedLog log = new();
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(store), log);

        SamlValidationResult result = await validator.ValidateAsync(vector.ToFormValue(), vector.Request);

        result.Error!.Code.Should().Be(ReplayStoreUnavailable);
        result.Identity.Should().BeNull();
        log.OfMessages.Select(entry => entry.Level).Should().Equal(LogLevel.Error, LogLevel.Warning);
        log.OfMessages[0].Exception.Should().NotBeNull("an administrator has to see what the store said");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task The_same_without_Flex(string name)
    {
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore(s_failures[name])));

        SamlAssertionResult result = await validator.ValidateAssertionAsync(vector.ToFormValue(), vector.Request);

        result.Error!.Code.Should().Be(ReplayStoreUnavailable);
        result.Assertion.Should().BeNull();
    }

    [Fact]
    public async Task A_full_store_refuses_new_assertions_and_still_knows_the_old_ones()
    {
        InMemoryReplayStore store = new(new FakeTimeProvider(Vector.Noon), capacity: 1);
        Vector first = new();
        SamlResponseValidator validator = new(first.ToOptions(store));
        await validator.ValidateAsync(first.ToFormValue(), first.Request);

        SamlValidationResult second = await validator.ValidateAsync(new Vector().ToFormValue(), first.Request);
        SamlValidationResult again = await validator.ValidateAsync(first.ToFormValue(), first.Request);

        second.Error!.Code.Should().Be(ReplayStoreUnavailable);
        again.Error!.Code.Should().Be(ReplayDetected);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_waits_makes_the_caller_wait(bool isNew)
    {
        TaskCompletionSource<bool> answer = new();
        Vector vector = new();
        SamlResponseValidator validator = new(
            vector.ToOptions(new RecordingReplayStore((_, _) => new ValueTask<bool>(answer.Task))));

        ValueTask<SamlValidationResult> pending = validator.ValidateAsync(vector.ToFormValue(), vector.Request);
        pending.IsCompleted.Should().BeFalse();
        answer.SetResult(isNew);

        (await pending).IsValid.Should().Be(isNew);
    }

    [Fact]
    public void A_store_that_answers_at_once_lets_the_call_complete_at_once()
    {
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore()));

        foreach (string message in new[] { vector.ToFormValue(), vector.ToFormValue(), "?" })
        {
            Task pending = validator.ValidateAsync(message, vector.Request).AsTask();

            pending.IsCompletedSuccessfully.Should().BeTrue();
        }
    }

    [Fact]
    [CatalogueRow("FO-7")]
    public async Task The_callers_cancellation_while_the_store_waits_is_thrown()
    {
        using CancellationTokenSource caller = new();
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(new RecordingReplayStore(WaitForever)));

        Task pending = validator.ValidateAsync(vector.ToFormValue(), vector.Request, caller.Token).AsTask();
        await caller.CancelAsync();

        await pending.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_callers_cancellation_before_the_call_is_thrown_and_the_store_is_not_asked()
    {
        RecordingReplayStore store = new();
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(store));
        CancellationToken cancelled = new(canceled: true);

        Func<Task> act = async () => await validator.ValidateAsync(vector.ToFormValue(), vector.Request, cancelled);

        await act.Should().ThrowAsync<OperationCanceledException>();
        store.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failure_after_the_callers_cancellation_is_still_a_failure()
    {
        using CancellationTokenSource caller = new();
        RecordingReplayStore store = new((_, _) =>
        {
            caller.Cancel();
            throw new IOException("no connection");
        });
        Vector vector = new();
        SamlResponseValidator validator = new(vector.ToOptions(store));

        SamlValidationResult result = await validator.ValidateAsync(
            vector.ToFormValue(), vector.Request, caller.Token);

        result.Error!.Code.Should().Be(ReplayStoreUnavailable);
    }

    [Fact]
    public async Task The_store_gets_the_callers_token()
    {
        using CancellationTokenSource caller = new();
        CancellationToken seen = default;
        RecordingReplayStore store = new((_, token) =>
        {
            seen = token;
            return ValueTask.FromResult(true);
        });
        Vector vector = new();

        await new SamlResponseValidator(vector.ToOptions(store))
            .ValidateAsync(vector.ToFormValue(), vector.Request, caller.Token);

        seen.Should().Be(caller.Token);
    }

    private static async ValueTask<bool> WaitForever(string key, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return true;
    }
}
