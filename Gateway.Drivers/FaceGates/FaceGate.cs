using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>A camera, a door relay and a door contact. The door works while the camera does not, and the other way round.</summary>
internal sealed class FaceGate : IFaceGate, IRecordedCamera, IDevice, IFilmed, IDisposable
{
    private readonly FfmpegVideoSource _camera;
    private readonly DoorRelay _relay;
    private readonly DoorWatch _watch;

    public FaceGate(
        DeviceId id, Wording name, FfmpegVideoSource camera, IDigitalOutput relay, IDigitalInput contact, DoorSettings door, TimeProvider clock)
    {
        (Id, Name, _camera) = (id, name, camera);
        _relay = new DoorRelay(relay, door, clock);
        _watch = new DoorWatch(id, contact, door, clock);
    }

    /// <inheritdoc cref="IFaceGate.Id"/>
    public DeviceId Id { get; }

    /// <inheritdoc cref="IFaceGate.Name"/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public string Kind => "face-gate";

    /// <inheritdoc/>
    public IVideoSource Camera => _camera;

    /// <inheritdoc/>
    public IFrameTap? Tap => _camera.Tap;

    /// <inheritdoc/>
    public IClipSource Clips => _camera.Clips;

    /// <inheritdoc/>
    public SitePosition? Position { get; init; }

    /// <inheritdoc/>
    public void SetReferencePicture() => _camera.Pictures.SetReference();

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        var release = _watch.Expect();
        try
        {
            await _relay.OpenAsync(cancellationToken);
        }
        catch
        {
            _watch.Withdraw(release);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        await _relay.LockUnlessPulsingAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] parts =
        [
            _camera.RunAsync(status => reporter.HealthAsync(status.State, status.Code, status.Reason, status.Details, stop.Token), stop.Token),
            _watch.RunAsync(reporter, stop.Token),
            _relay.Stuck.WaitAsync(stop.Token),
        ];
        try
        {
            await await Task.WhenAny(parts);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(parts).ContinueWith(
                static parts => _ = parts.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            if (cancellationToken.IsCancellationRequested)
            {
                await _relay.LockAsync();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _relay.Dispose();
        _watch.Dispose();
    }
}
