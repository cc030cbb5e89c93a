using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>Lanes with the real journal, media store, recorder and board, before scripted barriers, on the real clock.</summary>
internal sealed class LaneFixture : IAsyncDisposable
{
    private readonly JournalFixture _files = new();
    private readonly FixedDevices _devices;
    private readonly MediaStore _media;
    private readonly LaneLoops _loops;
    private bool _stopped;

    public LaneFixture(LaneOptions? options = null, Func<IJournal, IJournal>? journal = null, params ScriptedBarrier[] barriers)
    {
        Barriers = barriers is [] ? [new ScriptedBarrier()] : barriers;
        _devices = new FixedDevices([.. Barriers]);
        Journal = _files.Open();
        _media = _files.OpenMedia();
        foreach (var (plate, outcome) in new LaneStory().Access.Known)
        {
            Access.Known[plate] = outcome;
        }

        var used = journal?.Invoke(Journal) ?? Journal;
        Recorder = new VehicleRecorder(Access, used, _media, NullLogger<VehicleRecorder>.Instance);
        Desk = new LaneDesk(Inboxes, TimeProvider.System);
        Mapping = new BarrierMapping(_devices, Inboxes);
        _loops = new LaneLoops(
            _devices, Plates, Access, Recorder, Inboxes, Board, Pictures, used, Options.Create(options ?? new LaneOptions()), TimeProvider.System, NullLogger<LaneLoops>.Instance);
    }

    public IReadOnlyList<ScriptedBarrier> Barriers { get; }

    public ScriptedBarrier Barrier => Barriers[0];

    public FakeVehicleAccess Access { get; } = new();

    public ScriptedPlates Plates { get; } = new();

    public LaneInboxes Inboxes { get; } = new();

    public LaneBoard Board { get; } = new();

    public LanePictures Pictures { get; } = new();

    public SqliteJournal Journal { get; }

    public VehicleRecorder Recorder { get; }

    public LaneDesk Desk { get; }

    public BarrierMapping Mapping { get; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Recorder.StartAsync(cancellationToken);
        await _loops.StartAsync(cancellationToken);
        await ViewAsync(view => view.Sight != LaneSight.None, cancellationToken);
    }

    /// <summary>Shows a frame in which the watcher settles this.</summary>
    public void Sees(params PlateSighting[] sightings)
    {
        Plates.Says(sightings);
        Barrier.Show();
    }

    /// <summary>The barrier reports; what is left to the mapping to record.</summary>
    public JournalEntry? Reports(BarrierEvent happened, BarrierReason? order = null, ScriptedBarrier? barrier = null)
    {
        var by = barrier ?? Barrier;
        return Mapping.EntryOf(new BarrierObserved(by.Id, TimeProvider.System.GetUtcNow(), happened, by.Position, by.Mode, order));
    }

    /// <summary>The lane's view once it is as wanted.</summary>
    public async Task<LaneView> ViewAsync(Func<LaneView, bool> wanted, CancellationToken cancellationToken, ScriptedBarrier? barrier = null)
    {
        while (true)
        {
            var seen = Board.Revision;
            if (Board.Find((barrier ?? Barrier).Id) is { } view && wanted(view))
            {
                return view;
            }

            await Board.ChangedAsync(seen, cancellationToken);
        }
    }

    /// <summary>Stops everything, which first records what waits, and reads the journal.</summary>
    public async Task<IReadOnlyList<JournalRecord>> StopAndReadAsync(CancellationToken cancellationToken)
    {
        await StopAsync(cancellationToken);
        return await Journal.ReadAsync(0, 10_000, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_stopped)
        {
            _stopped = true;
            await _loops.StopAsync(cancellationToken);
            await Recorder.StopAsync(cancellationToken);
        }
    }

    public static IReadOnlyList<(JournalRecord Record, VehicleData Data)> VehiclesIn(IEnumerable<JournalRecord> records) =>
        [.. records.Where(record => record.Kind == EventKind.Vehicle).Select(record => (record, DataOf<VehicleData>(record)))];

    public static T DataOf<T>(JournalRecord record) => JsonSerializer.Deserialize<T>(record.Data.Span, JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _loops.Dispose();
        Recorder.Dispose();
        Journal.Dispose();
        _files.Dispose();
    }
}
