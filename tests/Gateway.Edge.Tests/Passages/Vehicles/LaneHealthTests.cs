using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Passages.Vehicles;

public sealed class LaneHealthTests
{
    private static readonly LocalizedText Lost = new("读不到地感", "The loop cannot be read");

    [Fact(Timeout = 60_000)]
    public async Task Plates_decide_only_once_a_picture_was_seen_and_then_that_is_on_record()
    {
        using var files = new JournalFixture();
        using var journal = files.Open();
        var barrier = new ScriptedBarrier();
        await using (var health = new LaneHealth(barrier, new FixedDevices([barrier]), journal, TimeProvider.System, NullLogger.Instance))
        {
            health.Set(LaneTrouble.Approach, words: null);
            Assert.Equal(LaneSight.Starting, health.Now.Sight);
            health.Set(LaneTrouble.Approach, Lost);
            Assert.Equal((LaneSight.ByHand, Lost), (health.Now.Sight, health.Now.Trouble));
            health.Set(LaneTrouble.Approach, words: null);
            Assert.Equal((LaneSight.Starting, null), (health.Now.Sight, health.Now.Trouble));
            health.Works(LaneTrouble.Reading);
            Assert.Equal(LaneSight.Works, health.Now.Sight);
        }

        var told = (await journal.ReadAsync(0, 100, TestContext.Current.CancellationToken)).Select(LaneFixture.DataOf<DeviceHealthData>);
        Assert.Equal([LaneHealth.ByHandCode, LaneHealth.WorksCode], told.Select(data => data.Code));
    }
}
