using EdgeGateway.Testing;
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

    [Fact(Timeout = 300_000)]
    public async Task Gateway_killed_between_alert_and_clip_hands_the_clip_in_after_its_restart()
    {
        using var folder = new TemporaryFolder();
        var video = await TowerVideo.MakeAsync(folder.Path, Stop);
        await using var server = await DemoRtspServer.StartAsync(new Dictionary<string, string> { ["tower"] = video.File }, Stop);
        await using var compound = await TowerCompound.StartRecordedAsync(server.Stream("tower"), video, Stop);

        // The clip is to show ten seconds more: it cannot be there yet.
        var fall = (await compound.RecordsAsync(FallingObjectPhase.Alert, 1, Stop))[0];
        await compound.Parts.Gateway.KillAsync(Stop);
        Assert.InRange(video.Truth.Floor, fall.Data.Origin!.LowestFloor, fall.Data.Origin.HighestFloor);
        TestContext.Current.SendDiagnosticMessage($"on record {fall.Latency.TotalSeconds:0.00} s after its end: {fall.Data.Reason.En}");

        await compound.Parts.Gateway.StartAsync(Stop);
        var evidence = (await compound.RecordsAsync(FallingObjectPhase.Evidence, 1, Stop)).Single(one => one.Data.ObjectId == fall.Data.ObjectId);
        Assert.Equal(["still", "still-masked", "track", "clip", "clip-masked"], evidence.Media.Select(medium => medium.Role));
        Assert.Equal(fall.Media, evidence.Media.Take(3));
        await compound.AlertsAsync(alerts => alerts.Any(alert => alert.Incident == fall.Data.Incident && alert.Clips > 0), Stop);

        Assert.Equal(0, await compound.Parts.Gateway.StopAsync(Stop));
        await compound.VerifyAsync(media: 5, Stop);
    }
}
