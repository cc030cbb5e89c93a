using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Drivers.FaceGates;

/// <summary>
/// A camera, a door relay and a door contact, and where there are such an exit button, a card or code reader and a fire input. The door works
/// while the camera does not, and the other way round; the exit button and the fire input work while the door contact does not.
/// </summary>
internal sealed class FaceGate : IFaceGate, IRecordedCamera, IDevice, IPatrolled, IDisposable
{
    private static readonly (string Code, Wording Words) ContactLost = (
        "door-contact-lost",
        new Wording("门磁输入故障，无法判断门的开关，请检查接线", "The door contact's input has failed: nobody knows whether the door is open. Check its wiring"));

    private readonly ICameraFeed _camera;
    private readonly DoorRelay _relay;
    private readonly DoorWatch _watch;
    private readonly TimeProvider _clock;
    private FireInput? _fire; // owned by RunAsync

    public FaceGate(
        DeviceId id, Wording name, ICameraFeed camera, IDigitalOutput relay, IDigitalInput contact, DoorSettings door, TimeProvider clock)
    {
        (Id, Name, _camera, _clock) = (id, name, camera, clock);
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

    /// <summary>A button beside the door that releases it from within; null for none.</summary>
    public IDigitalInput? ExitButton { get; init; }

    /// <summary>While it is active the door stands released; null for none.</summary>
    public IDigitalInput? FireRelease { get; init; }

    /// <summary>A card or code reader; null for none.</summary>
    public CredentialReader? Reader { get; init; }

    /// <inheritdoc/>
    public IClipSource Clips => _camera.Clips;

    /// <inheritdoc/>
    public SitePosition? Position { get; init; }

    /// <inheritdoc/>
    public void SetReferencePicture() => _camera.Pictures.SetReference();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_camera.Pictures.Patrol());

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
        using var health = new GateHealth(reporter);
        List<Task> parts =
        [
            _camera.RunAsync(status => health.SetAsync("camera", status.State, status.Code, status.Reason, status.Details, stop.Token), stop.Token),
            GatePart.KeepAsync(DoorWatch.Part, ContactLost, health, _clock, token => _watch.RunAsync(reporter, health, token), stop.Token),
            _relay.Stuck.WaitAsync(stop.Token),
        ];
        if (FireRelease is not null)
        {
            // Kept over restarts of this loop: a fire that ended in between must not leave the door released.
            _fire ??= new FireInput(Id, FireRelease, _clock);
            parts.Add(_fire.RunAsync(StandAsync, reporter, health, stop.Token));
        }

        if (ExitButton is not null)
        {
            parts.Add(new ExitButton(Id, ExitButton, _clock).RunAsync(OpenAsync, reporter, health, stop.Token));
        }

        if (Reader is not null)
        {
            parts.Add(Reader.RunAsync(reporter, health, stop.Token));
        }

        try
        {
            await Together.RunAsync(stop, parts);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested)
            {
                await _relay.LockAsync();
            }
        }
    }

    private async ValueTask StandAsync(bool released)
    {
        _watch.Stand(released);
        await _relay.StandAsync(released);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _relay.Dispose();
        _watch.Dispose();
    }
}
