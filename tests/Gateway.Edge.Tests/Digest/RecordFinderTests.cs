using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Digest.Search;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Journal;

namespace Gateway.Edge.Tests.Digest;

/// <summary>A search finds what a walk over the whole journal finds, with the digest, without it, and with half of it.</summary>
public sealed class RecordFinderTests : IDisposable
{
    private readonly JournalFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Search_equals_a_walk_however_much_of_the_journal_is_digested(int steps)
    {
        var begin = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var random = new RandomJournal(21);
        using (var session = JournalSession.Open(_fixture.Paths.File, 1024, () => Guid.CreateVersion7(begin)))
        {
            session.Append([.. Enumerable.Range(0, 5000).Select(number => new PendingAppend(random.Next(begin.AddMinutes(number)), Guid.CreateVersion7(begin), begin.AddMinutes(number), number))]);
        }

        using var digest = new DigestUnderTest(_fixture);
        for (var step = 0; step < steps; step++)
        {
            await digest.Keeper.StepAsync(Token);
        }

        var all = await digest.AllAsync();
        EventQuery[] queries =
        [
            new(),
            new() { Sorts = sort => sort.Kind == "passage" },
            new() { Sorts = sort => sort is { Kind: "passage", Method: "qr", Device: "gate-west" } },
            new() { Sorts = sort => sort.Code == "never" },
            new() { Plate = "B5" },
            new() { Plate = "津A", Sorts = sort => sort.Kind == "vehicle" },
            new() { Person = RandomJournal.Person(3).ToString("N") },
            new() { Person = RandomJournal.Person(3).ToString("N"), Sorts = sort => sort.Kind == "audit" },
            new() { Since = begin.AddMinutes(1000), Until = begin.AddMinutes(3000), Sorts = sort => sort.Kind == "sos" },
        ];
        foreach (var query in queries)
        {
            var expected = all.Where(record => !(record.Time < query.Since) && !(record.Time >= query.Until) && query.Matches(EventReading.Of(record))).Select(record => record.Sequence).Reverse();
            var found = new List<long>();
            long? before = null;
            do
            {
                var part = await digest.Finder.FindAsync(query, record => record, before, 70, Token);
                found.AddRange(part.Lines.Select(record => record.Sequence));
                before = part.Before;
            }
            while (before is not null);

            Assert.Equal(expected, found);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Erased_person_and_plate_are_found_no_more()
    {
        var random = new RandomJournal(22);
        using var digest = new DigestUnderTest(_fixture);
        for (var number = 0; number < 300; number++)
        {
            await digest.Journal.AppendAsync(random.Next(_fixture.Clock.GetUtcNow()), Token);
        }

        await digest.Keeper.CatchUpAsync(Token);
        var person = RandomJournal.Person(2).ToString("N");
        Assert.NotEmpty(digest.Reader.Find(new() { Person = person }, 0, 300, 300));

        Assert.True(await digest.Keeper.ForgetAsync([person], ["沪B55555"], Token) > 0);

        Assert.Empty(digest.Reader.Find(new() { Person = person }, 0, 300, 300));
        Assert.Empty(digest.Reader.Find(new() { Plate = "B5555" }, 0, 300, 300));
        Assert.NotEmpty(digest.Reader.Find(new() { Plate = "A1234" }, 0, 300, 300));
    }
}
