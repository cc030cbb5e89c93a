using System.Security.Cryptography;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

public sealed class FallAlertsTests : IDisposable
{
    private readonly FacadeCamera _camera = new();
    private readonly FallsFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Fall_is_an_alert_at_once_with_its_picture_and_path_and_the_clip_follows_with_all_of_it()
    {
        var alerts = _fixture.Start(new FixedDevices(_camera));
        var seen = SampleFalls.Seen(_camera);
        alerts.Tell(seen);
        Assert.Equal(new ClipSpan(seen.Ended, TimeSpan.FromSeconds(10) + seen.Fall.Duration, TimeSpan.FromSeconds(10)), Assert.Single(_camera.Ring.Pinned));

        var alert = await _fixture.AlertAsync(_ => true);
        Assert.Equal(("tower-1", 1, 9, 8, 10, 3), (alert.Device, alert.Count, alert.Origin!.Floor, alert.Origin.LowestFloor, alert.Origin.HighestFloor, alert.Origin.Column!.Value));
        Assert.Equal((seen.Began, seen.Ended, false), (alert.BeganAt, alert.EndedAt, alert.Test));
        Assert.Equal("9 层（8-10 层）左起第 3-4 列窗口", alert.Place!.Zh);
        Assert.Equal((9.7, 0.2, 1.4, 0.93, seen.Fall.Track.Count), (alert.Motion.Gravity, alert.Motion.GravityUncertainty, alert.Motion.Residual, alert.Motion.Score, alert.Motion.Points));
        var record = Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Alert)).Record;
        Assert.Equal((EventKind.FallingObject, EventPriority.High), (record.Kind, record.Priority));
        Assert.Equal(["still", "still-masked", "track"], record.Media.Select(medium => medium.Role));

        _camera.Ring.Video.SetResult([1, 2, 3]);
        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Equal((alert.ObjectId, alert.Incident, alert.Count), (evidence.ObjectId, evidence.Incident, evidence.Count));
        Assert.Equal("Video of Tower 1, south facade (20 s)", evidence.Reason.En);
        var proof = Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record;
        Assert.Equal(["still", "still-masked", "track", "clip"], proof.Media.Select(medium => medium.Role));
        Assert.Equal([1, 2, 3], await MediumAsync(proof, "clip"));
        var track = TrackDocument.Read(await MediumAsync(proof, "track"))!;
        Assert.Equal((alert.ObjectId, alert.Incident), (track.ObjectId, track.Incident));
        await _fixture.StopAsync();
        Assert.Empty(_fixture.Files);
    }

    [Fact(Timeout = 60_000)]
    public async Task Things_that_follow_each_other_are_one_incident_each_with_a_record_of_its_own()
    {
        var camera = new FacadeCamera(records: false);
        var alerts = _fixture.Start(new FixedDevices(camera));
        double[] after = [0, 12, 30, 90];
        foreach (var seconds in after)
        {
            alerts.Tell(SampleFalls.Seen(camera, secondsAfterNoon: seconds));
        }

        await _fixture.EvidenceAsync(data => data.BeganAt == SampleFalls.Noon.AddSeconds(90));
        var told = (await _fixture.FallsAsync(FallingObjectPhase.Alert)).Select(fall => fall.Data).ToList();
        Assert.Equal([1, 2, 3, 1], told.Select(data => data.Count));
        Assert.Equal(2, told.Select(data => data.Incident).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, told.Select(data => data.ObjectId).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("同一事件第 3 件", told[2].Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_without_a_recording_still_gives_a_still_and_says_why_there_is_no_clip()
    {
        var camera = new FacadeCamera(records: false);
        _fixture.Start(new FixedDevices(camera)).Tell(SampleFalls.Seen(camera));
        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Equal("1 号楼南立面没有录像：模拟摄像机没有录像", evidence.Reason.Zh);
        Assert.Equal("No video of Tower 1, south facade: A simulated camera has no recording", evidence.Reason.En);
        Assert.Equal(["still", "still-masked", "track"], Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Select(medium => medium.Role));
        Assert.Empty(camera.Ring.Pinned);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_that_cannot_be_cut_is_told_with_its_reason_and_the_rest_is_evidence_all_the_same()
    {
        _fixture.Start(new FixedDevices(_camera)).Tell(SampleFalls.Seen(_camera));
        _camera.Ring.Video.SetException(new DeviceFaultException("the disk is full"));
        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Contains("the disk is full", evidence.Reason.En, StringComparison.Ordinal);
        Assert.Equal("1 号楼南立面没有录像：录像无法保存：无法截取该时段的录像，请检查该摄像机的录像（原因见网关日志）", evidence.Reason.Zh);
        Assert.Equal(3, Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Count);
        Assert.Contains("the disk is full", _fixture.EvidenceLog.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Media_that_cannot_be_stored_hold_back_neither_alert_nor_evidence()
    {
        var camera = new FacadeCamera(records: false);
        _fixture.Start(new FixedDevices(camera), media: new NoMedia()).Tell(SampleFalls.Seen(camera));
        await _fixture.AlertAsync(_ => true);
        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Contains("no room", evidence.Reason.En, StringComparison.Ordinal);
        Assert.Contains("轨迹图无法保存：写入磁盘失败", evidence.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Alert_does_not_wait_for_pictures_on_a_slow_disk_and_the_evidence_has_them()
    {
        var camera = new FacadeCamera(records: false);
        var disk = new SlowMedia(_fixture.Journal);
        _fixture.Start(new FixedDevices(camera), media: disk).Tell(SampleFalls.Seen(camera));
        await disk.Asked;
        while ((await _fixture.FallsAsync(FallingObjectPhase.Alert)).Count == 0)
        {
            _fixture.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.Empty(Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Alert)).Record.Media);
        disk.Go.SetResult();
        await _fixture.EvidenceAsync(_ => true);
        Assert.Equal(3, Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Falls_that_are_late_already_wait_for_no_picture_and_those_that_queue_wait_once()
    {
        var camera = new FacadeCamera(records: false);
        var disk = new SlowMedia(_fixture.Journal);
        var late = SampleFalls.Seen(camera);
        _fixture.Clock.Advance(late.Ended + TimeSpan.FromSeconds(1.2) - SampleFalls.Noon);
        var alerts = _fixture.Start(new FixedDevices(camera), media: disk);
        for (var fall = 0; fall < 3; fall++)
        {
            alerts.Tell(SampleFalls.Seen(camera));
        }

        // The first waits for the half second that is left; that over, nobody waits.
        while (_fixture.Clock.Started(TimeSpan.FromSeconds(0.5)) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        while (disk.Waiting < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        _fixture.Clock.Advance(TimeSpan.FromSeconds(0.5));
        await _fixture.Journal.WaitAsync(2, Token);
        Assert.All(await _fixture.FallsAsync(FallingObjectPhase.Alert), alert => Assert.Empty(alert.Record.Media));
        disk.Go.SetResult();
    }

    [Fact(Timeout = 60_000)]
    public async Task Alert_that_cannot_be_recorded_is_tried_until_it_can_and_at_the_end_once_more()
    {
        var journal = new BrokenJournal(_fixture.Journal);
        _fixture.Start(new FixedDevices(_camera), journal: journal).Tell(SampleFalls.Seen(_camera));
        while (journal.Refused < 3)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.Empty(await _fixture.FallsAsync(FallingObjectPhase.Alert));
        journal.Works = true;
        await _fixture.Alerts.StopAsync(Token);
        Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Alert));
        Assert.Contains("next try", _fixture.AlertLog.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_that_is_too_large_in_parts_too_is_told_and_the_pictures_are_evidence_all_the_same()
    {
        _fixture.JournalOptions.MaximumMediaBytes = 1000;
        _fixture.Start(new FixedDevices(_camera), media: new SmallMedia(_fixture.Journal, 1000, "video/mp4")).Tell(SampleFalls.Seen(_camera));
        _camera.Ring.Video.SetResult(new byte[9000]);
        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Contains("超过媒体大小上限", evidence.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("A medium must have", evidence.Reason.En, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Count);

        // Nine media's worth makes nineteen parts, and the first of them is nineteen times shorter than the clip.
        Assert.Equal(20.0 / 19, 2 * _camera.Ring.Pinned[1].Before.TotalSeconds, 0.001);
        await _fixture.StopAsync();
        Assert.Empty(_fixture.Files);
    }

    [Fact(Timeout = 60_000)]
    public async Task Original_is_stored_before_its_masked_copy_is_made()
    {
        var keeper = new ClipKeeper(_fixture.Journal, new JournalPaths(_folder.Path), Options.Create(new JournalOptions()));
        _camera.Ring.Video.SetResult([1, 2, 3]);
        using var pin = _camera.Ring.Pin(ClipSpan.Around(SampleFalls.Noon));
        var stored = "";
        await keeper.KeepAsync(_camera.Ring, pin, "clip", async clip => stored = await StoredAsync(clip.Path), Token);
        Assert.Equal("1,2,3", stored);

        async Task<string> StoredAsync(string path)
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path, Token)));
            return string.Join(',', await ((IMediaStore)_fixture.Journal).ReadAsync(name, Token) ?? []);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Evidence_that_cannot_be_recorded_is_tried_until_it_can()
    {
        var journal = new BrokenJournal(_fixture.Journal) { Works = true };
        _fixture.Start(new FixedDevices(_camera), journal: journal).Tell(SampleFalls.Seen(_camera));
        await _fixture.AlertAsync(_ => true);
        journal.Works = false;
        _camera.Ring.Video.SetResult([1, 2, 3]);
        while (journal.Refused < 3)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        journal.Works = true;
        var evidence = _fixture.EvidenceAsync(_ => true);
        while (!evidence.IsCompleted)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.Contains("evidence of", _fixture.EvidenceLog.Text, StringComparison.Ordinal);
        Assert.Equal(4, Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Falls_beyond_what_can_be_kept_at_once_are_told_that_they_have_no_clip()
    {
        var alerts = _fixture.Start(new FixedDevices(_camera));
        for (var fall = 0; fall < 65; fall++)
        {
            alerts.Tell(SampleFalls.Seen(_camera, secondsAfterNoon: 20));
        }

        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Contains("too many falls at once", evidence.Reason.En, StringComparison.Ordinal);
        Assert.Contains("坠落过多", evidence.Reason.Zh, StringComparison.Ordinal);
        Assert.Equal(65, (await _fixture.FallsAsync(FallingObjectPhase.Alert)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Fall_before_an_armed_camera_is_a_test_on_record_and_for_whoever_threw()
    {
        _fixture.Throws.Arm(_camera.Id, TimeSpan.FromMinutes(10));
        var alerts = _fixture.Start(new FixedDevices(_camera));
        alerts.Tell(SampleFalls.Seen(_camera, secondsAfterNoon: 20));
        var alert = await _fixture.AlertAsync(_ => true);
        Assert.True(alert.Test);
        Assert.StartsWith("抛物测试", alert.Reason.Zh, StringComparison.Ordinal);

        // Whoever threw is told after the record; stopping waits for both.
        await _fixture.StopAsync();
        Assert.Equal(9, Assert.Single(_fixture.Throws.Results(_camera.Id)).Fall.Origin!.Floor);
    }

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Dispose();
    }

    private async Task<byte[]> MediumAsync(JournalRecord record, string role) =>
        (await ((IMediaStore)_fixture.Journal).ReadAsync(record.Media.First(medium => medium.Role == role).Sha256, Token))!;
}
