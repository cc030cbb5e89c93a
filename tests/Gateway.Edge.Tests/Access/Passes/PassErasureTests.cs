using EdgeGateway.Testing;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Passes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Access.Passes;

public sealed class PassErasureTests : IDisposable
{
    private readonly PassBench _bench = new();

    [Fact(Timeout = 60_000)]
    public async Task What_ended_long_ago_is_erased_at_the_start_and_a_round_that_fails_unforeseen_does_not_end_the_others()
    {
        _bench.Issue(until: _bench.Now.AddHours(1));
        _bench.Clock.Advance(TimeSpan.FromDays(31));
        _bench.Issue(until: _bench.Now.AddHours(1));
        _bench.Book.Dispose();
        using var book = new PassBook(new PassRows(_bench.File), _bench.Secrets, new FailingOncePeople(_bench.People), _bench.Clock, NullLogger<PassBook>.Instance);
        var log = new ListLogger<PassErasure>();
        using var erasure = new PassErasure(book, _bench.Clock, log);

        await erasure.StartAsync(TestContext.Current.CancellationToken);
        await log.FirstAsync("Nobody foresaw this.");
        Assert.Equal(2, book.List().Count);
        var erased = log.FirstAsync("were erased");
        while (!erased.IsCompleted)
        {
            // The pause begins on another thread: time goes on until it is over.
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await erasure.StopAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose() => _bench.Dispose();

    private sealed class FailingOncePeople(IPeople people) : IPeople
    {
        private int _asked;

        public bool IsComplete => Interlocked.Increment(ref _asked) == 1 ? throw new InvalidOperationException("Nobody foresaw this.") : people.IsComplete;

        public KnownPerson? Find(Guid subject) => people.Find(subject);
    }
}
