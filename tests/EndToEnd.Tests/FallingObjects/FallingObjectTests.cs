using EndToEnd.Tests.Harness;
using Gateway.Cloud.Contract.Events;

namespace EndToEnd.Tests.FallingObjects;

/// <summary>Falls from a camera's frames to the station's alert, with every part as its own process.</summary>
public sealed class FallingObjectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Things_that_fall_one_after_the_other_are_one_alert_at_the_station_with_stills_and_a_chain_that_verifies()
    {
        await using var compound = await TowerCompound.StartSimulatedAsync([(12, 9), (20, 15)], Stop);
        var falls = await compound.RecordsAsync(FallingObjectPhase.Alert, 2, Stop);
        Assert.Equal([1, 2], falls.Select(fall => fall.Data.Count));
        Assert.Equal(falls[0].Data.Incident, falls[1].Data.Incident);
        Assert.Equal([9, 15], falls.Select(fall => fall.Data.Origin!.Floor));
        Assert.All(falls, fall => Assert.InRange(fall.Data.DurationSeconds, 0.5, 4));
        foreach (var fall in falls)
        {
            TestContext.Current.SendDiagnosticMessage($"on record {fall.Latency.TotalSeconds:0.00} s after its end: {fall.Data.Reason.En}");
        }

        // A camera in software has no recording; that is told, and the rest is evidence.
        var evidence = await compound.RecordsAsync(FallingObjectPhase.Evidence, 2, Stop);
        Assert.All(evidence, fall => Assert.Equal(["still", "still-masked", "track"], fall.Media.Select(medium => medium.Role)));
        Assert.All(evidence, fall => Assert.Contains("no recording", fall.Data.Reason.En, StringComparison.Ordinal));

        var alert = Assert.Single(await compound.AlertsAsync(alerts => alerts is [{ Count: 2, MediaThere: 2 }], Stop));
        Assert.Equal((falls[0].Data.Incident, 2), (alert.Incident, alert.Stills));
        Assert.Contains("number 2 of this incident", alert.Headline, StringComparison.Ordinal);

        Assert.Equal(0, await compound.Parts.Gateway.StopAsync(Stop));
        await compound.VerifyAsync(media: 6, Stop);
    }
}
