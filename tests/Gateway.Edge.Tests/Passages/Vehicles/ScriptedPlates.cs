using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>Says of each frame what the test has written down for it.</summary>
internal sealed class ScriptedPlates : IPlateWatcherFactory
{
    private readonly ConcurrentQueue<PlateSighting[]> _script = new();

    /// <summary>Thrown in place of making a watcher; null while models are there.</summary>
    public Exception? Fault { get; set; }

    public ConcurrentQueue<PixelBox?> Made { get; } = new();

    public volatile IReadOnlyList<PlateInView>? View;

    public void Says(params PlateSighting[] sightings) => _script.Enqueue(sightings);

    public IPlateWatcher Create(PixelBox? region)
    {
        Made.Enqueue(region);
        return Fault is null ? new Watcher(this) : throw Fault;
    }

    private sealed class Watcher(ScriptedPlates owner) : IPlateWatcher
    {
        public IReadOnlyList<PlateInView>? InView => owner.View;

        public IReadOnlyList<PlateSighting> Look(BgrImage image, DateTimeOffset capturedAt) => owner._script.TryDequeue(out var sightings) ? sightings : [];
    }
}
