using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Alerts.Strangers;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Passages;

public sealed class PassageRecorderTests
{
    [Fact(Timeout = 60_000)]
    public async Task Passage_that_cannot_be_recorded_is_counted_and_the_next_one_is_recorded()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        using var journal = files.Open();
        using var store = SqliteStrangerStore.Open(files.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        using var alerts = new StrangerAlerts(
            new StrangerBook(new StrangerOptions()), Ledgers.Make(files.Paths.Root, store, files.Clock), store, journal, files.OpenMedia(), NullLogger<StrangerAlerts>.Instance);
        using var grace = new StrangerGrace(
            alerts, new FixedDevices(), Options.Create(new AccessOptions()), Options.Create(new StrangerOptions()), files.Clock, NullLogger<StrangerGrace>.Instance);
        using var recorder = new PassageRecorder(alerts, grace, new FailingOnceJournal(journal), new PassageTimings(), NullLogger<PassageRecorder>.Instance);
        await recorder.StartAsync(stop);

        recorder.Enqueue(Refusal("gate-1"));
        recorder.Enqueue(Refusal("gate-2"));
        await recorder.StopAsync(stop);

        Assert.Equal("gate-2", PassageFixture.PassageOf(Assert.Single(await journal.ReadAsync(0, 10, stop))).Gate);
        Assert.Equal(1, recorder.Unrecorded);
    }

    private static Passage Refusal(string gate)
    {
        var words = new LocalizedText("东门", "East gate");
        return new Passage(
            new PassageData(gate, words, PassageOutcome.Refused, words, Method: "face", null, null, Score: null, DecisionMilliseconds: 400),
            Sighting: null);
    }
}
