using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Tests.Access.Decisions;
using Gateway.Edge.Tests.Access.Grants;
using Gateway.Edge.Tests.Alerts.Strangers;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Passages;

/// <summary>One gate's thread through the product with the real journal, media store, strangers and recorder.</summary>
internal sealed class PassageFixture : IDisposable
{
    private readonly JournalFixture _files = new();
    private readonly GrantsFixture _grants = new();
    private readonly MediaStore _media;
    private readonly SqliteStrangerStore _store;
    private readonly StrangerAlerts _alerts;

    public PassageFixture()
    {
        Board = new GateBoard(_files.Clock);
        Journal = _files.Open();
        _media = _files.OpenMedia();
        _store = SqliteStrangerStore.Open(_files.Paths.Root, NullLogger<SqliteStrangerStore>.Instance);
        _alerts = new StrangerAlerts(new StrangerBook(new StrangerOptions()), Ledgers.Make(_files.Paths.Root, _store, _files.Clock), _store, Journal, _media, NullLogger<StrangerAlerts>.Instance);
        Grace = new StrangerGrace(
            _alerts, Devices, Microsoft.Extensions.Options.Options.Create(Options), Microsoft.Extensions.Options.Options.Create(new StrangerOptions()), _files.Clock, NullLogger<StrangerGrace>.Instance);
        Recorder = new PassageRecorder(_alerts, Grace, Journal, Timings, NullLogger<PassageRecorder>.Instance);
        Gate = new ScriptedGate(_files.Clock);
        Loop = new GateLoop(
            Gate, Watcher, new PassageMachine(People, Options, static () => GateScene.Plain), Recorder, Workers, Board, Options, _files.Clock, NullLogger<GateLoop>.Instance);
    }

    public WorkerWatch Workers => _grants.Get<WorkerWatch>();

    public GrantScenes Scenes => _grants.Get<GrantScenes>();

    public GrantsFixture Grants => _grants;

    public FakeTimeProvider Clock => _files.Clock;

    public AccessOptions Options { get; } = new();

    public FakePeople People { get; } = new();

    public ScriptedWatcher Watcher { get; } = new();

    public GateBoard Board { get; }

    public SqliteJournal Journal { get; }

    public FixedDevices Devices { get; } = new();

    public StrangerGrace Grace { get; }

    public PassageTimings Timings { get; } = new();

    public PassageRecorder Recorder { get; }

    public ScriptedGate Gate { get; }

    public GateLoop Loop { get; }

    public FaceEvidence Known(KnownPerson person, long track = 1) => Evidence(FaceVerdict.Known, track, person.Id);

    public FaceEvidence Stranger(long track) => Evidence(FaceVerdict.Unknown, track, subject: null);

    /// <summary>Stops the recorder, which first writes what waits, and reads the journal.</summary>
    public async Task<IReadOnlyList<JournalRecord>> StopAndReadAsync(CancellationToken cancellationToken)
    {
        await Recorder.StopAsync(cancellationToken);
        return await Journal.ReadAsync(0, 10_000, cancellationToken);
    }

    public static PassageData PassageOf(JournalRecord record) =>
        JsonSerializer.Deserialize<PassageData>(record.Data.Span, JsonSerializerOptions.Web)!;

    public void Dispose()
    {
        Recorder.Dispose();
        Grace.Dispose();
        _grants.Dispose();
        _alerts.Dispose();
        _store.Dispose();
        Journal.Dispose();
        Gate.Dispose();
        _files.Dispose();
    }

    private FaceEvidence Evidence(FaceVerdict verdict, long track, Guid? subject) => new(
        track, verdict, subject, Score: 0.8f, Margin: 0.3f, Liveness: 0.9f, Frames: 6, Faces.Unit(1), [0xFF, 0xD8, 0xFF], PortraitQuality: 0.7f,
        Clock.GetUtcNow(), Clock.GetUtcNow(), DecisionMilliseconds: 400, Hint: null);
}
