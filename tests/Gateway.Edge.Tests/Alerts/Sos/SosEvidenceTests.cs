using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.AlarmStreetlights;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Alerts.Sos;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Uplink;
using Microsoft.Extensions.Options;
using SitePosition = Gateway.Drivers.Configuration.SitePosition;

namespace Gateway.Edge.Tests.Alerts.Sos;

public sealed class SosEvidenceTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Press Call = new(Guid.CreateVersion7(), Test: false);
    private readonly RecordedCamera _near = new("near", x: 11);
    private readonly RecordedCamera _far = new("far", x: 90);
    private readonly RecordedCamera _mute = new("mute", x: 10.5) { Absent = new Wording("无录像", "No recording") };
    private readonly RecordedCamera _nowhere = new("nowhere");
    private readonly MemoryJournal _journal = new();
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger<SosEvidence> _log = new();
    private readonly FixedDevices _devices;
    private readonly SosMapping _mapping;
    private readonly SosEvidence _evidence;

    public SosEvidenceTests()
    {
        _devices = new FixedDevices(_far, _nowhere, _near, _mute) { Hardware = Hardware(new SitePosition(10, 0)) };
        _mapping = new SosMapping(_devices);
        var paths = new JournalPaths(_folder.Path);
        Directory.CreateDirectory(paths.Media);
        _evidence = new SosEvidence(_devices, _mapping, new ClipKeeper(_journal, paths, Options.Create(new JournalOptions())), _journal, _log);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Nearest_cameras_are_frozen_at_once_and_their_clips_follow_under_the_same_call()
    {
        await _evidence.StartAsync(Token);
        _evidence.Seen(Pressed());
        Assert.Equal([ClipSpan.Around(Noon)], _near.Pinned);
        Assert.Equal([ClipSpan.Around(Noon)], _far.Pinned);
        Assert.Empty(_mute.Pinned);
        Assert.Empty(_nowhere.Pinned);
        Assert.Equal(0, _journal.LastSequence);

        _near.Video.SetResult([1, 2, 3]);
        await _journal.WaitAsync(0, Token);
        var record = Assert.Single(await _journal.ReadAsync(0, 10, Token));
        var data = JsonSerializer.Deserialize<SosData>(record.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((SosPhase.Evidence, Call.Id.ToString(), Noon), (data.Phase, data.Press, data.PressedAt));
        Assert.Contains("Camera near (20 s)", data.Reason.En, StringComparison.Ordinal);
        var clip = Assert.Single(record.Media);
        Assert.Equal(("video/mp4", SosData.ClipRole), (clip.ContentType, clip.Role));
        Assert.Equal([1, 2, 3], await ((IMediaStore)_journal).ReadAsync(clip.Sha256, Token));
        await _evidence.StopAsync(Token);
        Assert.Empty(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_cannot_cut_costs_its_own_clip_alone_and_is_named()
    {
        await _evidence.StartAsync(Token);
        _evidence.Seen(Pressed());
        _near.Video.SetException(new DeviceFaultException("the disk is full"));
        _far.Video.SetResult([7]);
        await _journal.WaitAsync(1, Token);
        var records = await _journal.ReadAsync(0, 10, Token);
        await _evidence.StopAsync(Token);
        Assert.Equal([0, 1], records.Select(record => record.Media.Count).Order());
        var missing = records.Single(record => record.Media.Count == 0);
        var words = JsonSerializer.Deserialize<SosData>(missing.Data.Span, JsonSerializerOptions.Web)!.Reason;
        Assert.Contains("the disk is full", words.En, StringComparison.Ordinal);
        Assert.Equal("镜头没有录像：录像无法保存：无法截取该时段的录像，请检查该摄像机的录像（原因见网关日志）", words.Zh);
        Assert.Contains("near", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_press_freezes_anything()
    {
        foreach (var light in Enum.GetValues<StreetlightEvent>().Where(light => light != StreetlightEvent.Pressed))
        {
            _evidence.Seen(Pressed() with { Event = light });
        }

        Assert.Empty(_near.Pinned);
    }

    [Fact]
    public void Call_names_place_press_and_nearest_cameras_first()
    {
        var entry = _mapping.EntryOf(Pressed())!;
        Assert.Equal((EventKind.Sos, EventPriority.Emergency, "light-1"), (entry.Kind, entry.Priority, entry.Device));
        var data = JsonSerializer.Deserialize<SosData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(["mute", "near", "far"], data.Cameras!);
        Assert.Equal(("东门灯", "东区", 10.0, false), (data.DeviceName.Zh, data.Zone!.Zh, data.Position!.Value.East, data.Test));
    }

    [Fact]
    public void Light_without_a_position_asks_the_cameras_of_its_zone()
    {
        var devices = new FixedDevices(_far, _near) { Hardware = Hardware(position: null, "near") };
        Assert.Equal(_near, Assert.Single(NearestCameras.To(new DeviceId("light-1"), devices)));
    }

    [Fact]
    public void Drill_goes_the_same_way_and_says_that_it_is_one()
    {
        var entry = _mapping.EntryOf(Pressed() with { Press = Call with { Test = true } })!;
        var data = JsonSerializer.Deserialize<SosData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((EventPriority.Emergency, true), (entry.Priority, data.Test));
        Assert.Contains("演练", data.Reason.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StreetlightEvent.Stuck)]
    [InlineData(StreetlightEvent.Freed)]
    [InlineData(StreetlightEvent.TamperEnded)]
    [InlineData(StreetlightEvent.Acknowledged)]
    public void What_is_told_elsewhere_is_not_told_twice(StreetlightEvent light) => Assert.Null(_mapping.EntryOf(Pressed() with { Event = light }));

    public void Dispose()
    {
        _evidence.Dispose();
        _folder.Dispose();
    }

    private static SosObserved Pressed() => new(new DeviceId("light-1"), Noon, StreetlightEvent.Pressed, Call, Noon);

    private static HardwareFile Hardware(SitePosition? position, params string[] alsoEast)
    {
        var wire = new Wire("poles", new LineAddress(1));
        var head = new DeviceHead(new DeviceId("light-1"), "alarm-streetlight", new Wording("东门灯", "East light"), "east", position);
        return new HardwareFile(
            new Site("s", "c", new Wording("小区", "Compound")),
            null,
            [new Zone("east", new Wording("东区", "East"))],
            [],
            [
                new StreetlightDescription(head, wire, null, wire, null, null, new StreetlightSettings()),
                .. alsoEast.Select(id => new StreetlightDescription(
                    head with { Id = new DeviceId(id) }, wire, null, wire, null, null, new StreetlightSettings())),
            ]);
    }
}
