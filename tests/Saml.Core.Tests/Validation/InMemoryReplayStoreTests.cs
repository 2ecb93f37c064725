using Microsoft.Extensions.Time.Testing;
using Saml.Core.Tests.Attacks;

namespace Saml.Core.Tests.Validation;

public sealed class InMemoryReplayStoreTests
{
    private static readonly DateTimeOffset s_soon = Vector.Noon.AddMinutes(1);
    private static readonly DateTimeOffset s_later = Vector.Noon.AddHours(1);

    private readonly FakeTimeProvider _clock = new(Vector.Noon);

    [Fact]
    public async Task A_key_is_new_once()
    {
        InMemoryReplayStore store = new(_clock, 10);

        (await AddAsync(store, "a", s_soon)).Should().BeTrue();
        (await AddAsync(store, "a", s_later)).Should().BeFalse();
        (await AddAsync(store, "A", s_soon)).Should().BeTrue("keys are compared ordinally");
    }

    [Fact]
    [CatalogueRow("RP-7")]
    public async Task Full_of_keys_that_have_not_expired_it_throws_and_keeps_them_all()
    {
        InMemoryReplayStore store = new(_clock, 2);
        await AddAsync(store, "a", s_soon);
        await AddAsync(store, "b", s_later);

        await store.Awaiting(full => AddAsync(full, "c", s_later)).Should().ThrowAsync<InvalidOperationException>();

        (await AddAsync(store, "a", s_later)).Should().BeFalse();
        (await AddAsync(store, "b", s_later)).Should().BeFalse();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task Expired_keys_make_room(int ticksBehindExpiry, bool expected)
    {
        InMemoryReplayStore store = new(_clock, 2);
        await AddAsync(store, "a", s_soon);
        await AddAsync(store, "b", s_later);
        _clock.SetUtcNow(s_soon.AddTicks(ticksBehindExpiry));

        Func<Task<bool>> add = () => AddAsync(store, "c", s_later);

        if (expected)
        {
            (await add()).Should().BeTrue();
            (await AddAsync(store, "b", s_later)).Should().BeFalse("it has not expired");
        }
        else
        {
            await add.Should().ThrowAsync<InvalidOperationException>();
        }
    }

    [Fact]
    public async Task A_purged_key_is_new_again()
    {
        InMemoryReplayStore store = new(_clock, 1);
        await AddAsync(store, "a", s_soon);
        _clock.SetUtcNow(s_soon);
        await AddAsync(store, "b", s_later);
        _clock.SetUtcNow(s_later);

        (await AddAsync(store, "a", s_later.AddHours(1))).Should().BeTrue();
    }

    [Fact]
    public async Task An_expired_key_that_is_still_here_counts()
    {
        InMemoryReplayStore store = new(_clock, 10);
        await AddAsync(store, "a", s_soon);
        _clock.SetUtcNow(s_later);

        (await AddAsync(store, "a", s_later)).Should().BeFalse("a validator may have another clock");
    }

    [Fact]
    public async Task It_does_not_grow_with_what_has_expired()
    {
        InMemoryReplayStore store = new(_clock, 5_000);
        for (int i = 0; i < 50_000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            (await AddAsync(store, $"key {i}", _clock.GetUtcNow().AddSeconds(100))).Should().BeTrue();
        }
    }

    [Fact]
    public async Task No_key_is_dropped_before_it_expires_however_many_come_and_go()
    {
        InMemoryReplayStore store = new(_clock, 5_000);
        await AddAsync(store, "kept", DateTimeOffset.MaxValue);
        for (int i = 0; i < 20_000; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await AddAsync(store, $"key {i}", _clock.GetUtcNow().AddSeconds(1));
        }

        (await AddAsync(store, "kept", DateTimeOffset.MaxValue)).Should().BeFalse();
    }

    [Fact]
    [CatalogueRow("RP-3")]
    public void Of_many_threads_exactly_one_gets_the_key()
    {
        InMemoryReplayStore store = new(_clock, 10_000);
        int added = 0;

        Parallel.For(0, 10_000, i =>
        {
            if (AddAsync(store, $"key {i % 100}", s_later).Result)
            {
                Interlocked.Increment(ref added);
            }
        });

        added.Should().Be(100);
    }

    [Fact]
    public async Task It_answers_at_once_and_heeds_the_callers_cancellation()
    {
        InMemoryReplayStore store = new(_clock, 10);

        AddAsync(store, "a", s_soon).IsCompletedSuccessfully.Should().BeTrue();
        Func<Task> cancelled = async () => await store.TryAddAsync("b", s_soon, new CancellationToken(canceled: true));

        await cancelled.Should().ThrowAsync<OperationCanceledException>();
        (await AddAsync(store, "b", s_soon)).Should().BeTrue("nothing was added");
    }

    [Fact]
    public void Misuse_throws()
    {
        FluentActions.Invoking(() => new InMemoryReplayStore(null!, 1)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new InMemoryReplayStore(_clock, 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new InMemoryReplayStore(_clock, -1)).Should().Throw<ArgumentOutOfRangeException>();
        new InMemoryReplayStore(_clock, 1).Awaiting(store => AddAsync(store, null!, s_soon))
            .Should().ThrowAsync<ArgumentNullException>();
    }

    private static async Task<bool> AddAsync(InMemoryReplayStore store, string key, DateTimeOffset expiresAt) =>
        await store.TryAddAsync(key, expiresAt, CancellationToken.None);
}
