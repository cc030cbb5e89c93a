using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Edge.Alerts.Evidence;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Tests.Passages;
using Gateway.Edge.Tests.Uplink;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>From a told fall to its records, with a journal and a clock of the test's.</summary>
internal sealed class FallsFixture(MemoryJournal? journal = null) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _parts = [];
    private Task _started = Task.CompletedTask;

    public MemoryJournal Journal { get; } = journal ?? new MemoryJournal();

    public FakeTimeProvider Clock { get; } = new(SampleFalls.Noon);

    public TestThrows Throws => field ??= new TestThrows(Clock);

    public FallingObjectOptions Options { get; } = new();

    public JournalOptions JournalOptions { get; } = new();

    public ListLogger<FallAlerts> AlertLog { get; } = new();

    public ListLogger<FallEvidence> EvidenceLog { get; } = new();

    public FallIncidents Incidents => field ??= new FallIncidents(Microsoft.Extensions.Options.Options.Create(Options));

    /// <summary>What masks clips; no such program unless the test names one.</summary>
    public string Ffmpeg { get; set; } = "no-such-ffmpeg";

    public FallBoard Board { get; } = new();

    public FallEvidence Evidence { get; private set; } = null!;

    public FallAlerts Alerts { get; private set; } = null!;

    /// <summary>Everything in the folder: nothing is to be left of clips in work.</summary>
    public IReadOnlyList<string> Files => Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts alerts and evidence.</summary>
    public FallAlerts Start(FixedDevices devices, IFallDetectorFactory? detectors = null, IJournal? journal = null, IMediaStore? media = null)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        var keeper = new ClipKeeper(media ?? Journal, new JournalPaths(_folder.Path), Microsoft.Extensions.Options.Options.Create(JournalOptions));
        var masker = new ClipMasker(Ffmpeg, TimeProvider.System);
        Evidence = new FallEvidence(keeper, new MaskedClips(masker, keeper, media ?? Journal, options), Board, journal ?? Journal, Clock, EvidenceLog);
        Alerts = new FallAlerts(
            Incidents, new FallPictures(media ?? Journal), Evidence, Board, Throws, detectors ?? new ScriptedDetectors(_ => []), journal ?? Journal, options, Clock, AlertLog);
        _parts.AddRange([masker, Evidence, Alerts]);
        _started = Task.WhenAll(Evidence.StartAsync(Token), Alerts.StartAsync(Token));
        return Alerts;
    }

    /// <summary>Stops as the host does: alerts first.</summary>
    public async Task StopAsync()
    {
        await _started;
        await Alerts.StopAsync(Token);
        await Evidence.StopAsync(Token);
    }

    public Task<FallingObjectData> AlertAsync(Func<FallingObjectData, bool> wanted) =>
        UntilAsync<FallingObjectData>(EventKind.FallingObject, data => data.Phase == FallingObjectPhase.Alert && wanted(data));

    public Task<FallingObjectData> EvidenceAsync(Func<FallingObjectData, bool> wanted) =>
        UntilAsync<FallingObjectData>(EventKind.FallingObject, data => data.Phase == FallingObjectPhase.Evidence && wanted(data));

    public Task<DeviceHealthData> HealthAsync(Func<DeviceHealthData, bool> wanted) => UntilAsync(EventKind.DeviceHealth, wanted);

    /// <summary>The journal's falls of a phase.</summary>
    public async Task<IReadOnlyList<(JournalRecord Record, FallingObjectData Data)>> FallsAsync(FallingObjectPhase phase) =>
        [.. (await Journal.ReadAsync(0, 1000, Token))
            .Where(record => record.Kind == EventKind.FallingObject)
            .Select(record => (record, JsonSerializer.Deserialize<FallingObjectData>(record.Data.Span, JsonSerializerOptions.Web)!))
            .Where(fall => fall.Item2.Phase == phase)];

    public void Dispose()
    {
        _parts.ForEach(part => part.Dispose());
        _folder.Dispose();
    }

    private async Task<T> UntilAsync<T>(string kind, Func<T, bool> wanted)
    {
        for (var read = 0; ; read++)
        {
            await Journal.WaitAsync(read, Token);
            var record = (await Journal.ReadAsync(read, 1, Token))[0];
            if (record.Kind == kind && JsonSerializer.Deserialize<T>(record.Data.Span, JsonSerializerOptions.Web)! is var data && wanted(data))
            {
                return data;
            }
        }
    }
}
