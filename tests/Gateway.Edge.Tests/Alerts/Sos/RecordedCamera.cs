using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>A camera whose clip is what the test says, when the test says so.</summary>
internal sealed class RecordedCamera(string id, double? x = null) : IRecordedCamera, IClipSource
{
    public DeviceId Id { get; } = new(id);

    public Wording Name { get; } = new("镜头", "Camera " + id);

    public IClipSource Clips => this;

    public SitePosition? Position { get; } = x is { } east ? new SitePosition(east, 0) : null;

    public Wording? Absent { get; init; }

    public List<ClipSpan> Pinned { get; } = [];

    /// <summary>What the clip's file will hold, once the time has passed.</summary>
    public TaskCompletionSource<byte[]> Video { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ClipPin Pin(ClipSpan span)
    {
        Pinned.Add(span);
        return new ClipPin(ring: null, TimeSpan.Zero, TimeSpan.Zero);
    }

    public async Task<Clip> CutAsync(ClipPin pin, string path, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(path, await Video.Task.WaitAsync(cancellationToken), cancellationToken);
        var start = Pinned[0].Instant - Pinned[0].Before;
        return new Clip(path, start, start.AddSeconds(20), new FileInfo(path).Length, VideoCodec.H264, Warning: null);
    }

    public void SetReferencePicture() => throw new NotSupportedException();
}
