using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Console.Facades;

/// <summary>Stills of facade cameras as JPEG. Keeps the last one of each camera, which later questions share. Safe for several threads.</summary>
internal sealed class FacadeStills(TimeProvider time)
{
    /// <summary>A camera that shows less than a frame in so long is away.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<DeviceId, (DateTimeOffset At, byte[] Jpeg)> _last = new();

    /// <summary>The camera's picture; null where it shows none within <see cref="Patience"/>.</summary>
    /// <param name="camera">Whose.</param>
    /// <param name="fresh">True for the next frame; false for one that may be half a minute old.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]?> OfAsync(IFallingObjectCamera camera, bool fresh, CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        if (!fresh && _last.TryGetValue(camera.Id, out var last) && asked - last.At < Shared && asked >= last.At)
        {
            return last.Jpeg;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var jpeg = JpegCodec.Encode(await camera.StillAsync(either.Token));
            _last[camera.Id] = (time.GetUtcNow(), jpeg);
            return jpeg;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
