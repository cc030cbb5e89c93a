using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Ocpp.Points;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Tests.Buses.Ocpp.Points;

public sealed class EventQueueTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Readings_are_left_out_before_there_is_no_room_for_the_rest()
    {
        var queue = Make();
        for (var i = 0; i < EventQueue.Capacity; i++)
        {
            await queue.AddAsync(Metered(), Cancelled);
        }

        await queue.AddAsync(Stopped(1), Cancelled);

        Assert.Equal(EventQueue.Capacity / 4, queue.Dropped);
        Assert.Equal(1, (await ReadAsync(queue)).OfType<OcppEvent.Stopped>().Single().Transaction.Id);
    }

    [Fact(Timeout = 60_000)]
    public async Task With_nobody_reading_the_charger_waits_once_and_not_for_every_event()
    {
        var queue = Make();
        for (var i = 0; i < EventQueue.Capacity; i++)
        {
            await queue.AddAsync(Stopped(i), Cancelled);
        }

        var waits = queue.AddAsync(Stopped(1000), Cancelled).AsTask();
        Assert.False(waits.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await waits;
        await queue.AddAsync(Stopped(1001), Cancelled); // The clock stands still, so that waiting would last for ever.

        Assert.Equal(2, queue.Dropped);
        Assert.Equal(EventQueue.Capacity, (await ReadAsync(queue)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_event_waits_for_a_reader_that_comes()
    {
        var queue = Make();
        for (var i = 0; i < EventQueue.Capacity; i++)
        {
            await queue.AddAsync(Stopped(i), Cancelled);
        }

        var waits = queue.AddAsync(Stopped(1000), Cancelled).AsTask();
        await queue.Reader.ReadAsync(Cancelled);
        await waits;

        Assert.Equal(1000, (await ReadAsync(queue)).OfType<OcppEvent.Stopped>().Last().Transaction.Id);
        Assert.Equal(0, queue.Dropped);
    }

    private EventQueue Make() => new("shed", _clock, NullLogger.Instance);

    private OcppEvent.Metered Metered() => new(_clock.GetUtcNow(), 1, new OcppMeter(_clock.GetUtcNow()) { Watts = 1 }, Late: false);

    private OcppEvent.Stopped Stopped(int id) => new(_clock.GetUtcNow(), new OcppTransaction(id, "shed", 1, "CARD", _clock.GetUtcNow()), Late: false);

    private static Task<List<OcppEvent>> ReadAsync(EventQueue queue)
    {
        List<OcppEvent> events = [];
        while (queue.Reader.TryRead(out var occurrence))
        {
            events.Add(occurrence);
        }

        return Task.FromResult(events);
    }
}
