using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>
/// Releases a door for a pulse and always locks it again, whatever happens to the device's loop in between. Safe for several threads.
/// </summary>
internal sealed class DoorRelay : IDisposable
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _gate = new(1); // one driver of the output at a time
    private readonly IDigitalOutput _output;
    private readonly DoorSettings _settings;
    private readonly TimeProvider _clock;
    private readonly ITimer _pulse;
    private long _lockAt; // guarded by _gate: timestamp before which the pulse runs
    private bool _stopped; // guarded by _gate
    private bool _standing; // guarded by _gate: released until further notice
    private TaskCompletionSource _stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DoorRelay(IDigitalOutput output, DoorSettings settings, TimeProvider clock)
    {
        (_output, _settings, _clock) = (output, settings, clock);
        _lockAt = clock.GetTimestamp();
        _pulse = clock.CreateTimer(_ => _ = LockAfterPulseAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Fails when the door could not be locked after a pulse; locking goes on being tried.</summary>
    public Task Stuck => Volatile.Read(ref _stuck).Task;

    /// <summary>Releases the door; a release during a pulse makes it last a full pulse from now.</summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven, or the gate was stopped.</exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_stopped)
            {
                // Nobody would be left to lock the door again.
                throw new DeviceFaultException("The gate is stopped: its door stays locked.");
            }

            _lockAt = _clock.GetTimestamp() + (long)(_settings.Pulse.TotalSeconds * _clock.TimestampFrequency);
            await _output.SetAsync(_settings.PullToRelease, cancellationToken);
        }
        finally
        {
            // Armed even when driving failed: nobody knows how far it got. Locking once more than needed does no harm.
            _pulse.Change(_settings.Pulse, Timeout.InfiniteTimeSpan);
            _gate.Release();
        }
    }

    /// <summary>
    /// Keeps the door released until further notice, or ends that. A relay that does not obey is driven again until it does. Not to be
    /// cancelled: a fire's release must not be lost because the device's loop ends just then. A line that is given back meanwhile is left
    /// released.
    /// </summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven yet.</exception>
    public async ValueTask StandAsync(bool released)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            (_standing, _lockAt) = (released, _clock.GetTimestamp());
            _output.Leave(released == _settings.PullToRelease);
            await _output.SetAsync(released == _settings.PullToRelease, CancellationToken.None);
        }
        catch (DeviceFaultException)
        {
            _pulse.Change(LockRetry, Timeout.InfiniteTimeSpan);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Locks the door unless a pulse is running, whose end is then awaited again, or it stands released: then it is driven so.
    /// </summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven.</exception>
    public async ValueTask LockUnlessPulsingAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var now = _clock.GetTimestamp();
            if (!_standing && now < _lockAt)
            {
                // Rounded up: a timer that counts whole milliseconds may have fired just before the end.
                _pulse.Change(_clock.GetElapsedTime(now, _lockAt) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
            }
            else
            {
                await _output.SetAsync(_standing == _settings.PullToRelease, cancellationToken);
                if (Stuck.IsFaulted)
                {
                    Volatile.Write(ref _stuck, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                }
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// Locks the door now, pulse or not, and for good: the gate is being stopped. One that stands released for a fire is left so, also when
    /// its line is given back.
    /// </summary>
    public async ValueTask LockAsync()
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            (_lockAt, _stopped) = (_clock.GetTimestamp(), true);
            if (!_standing)
            {
                await _output.SetAsync(!_settings.PullToRelease, CancellationToken.None);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pulse.Dispose();
        _gate.Dispose();
    }

    private async Task LockAfterPulseAsync()
    {
        try
        {
            await LockUnlessPulsingAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // A timer's callback has nobody above it, and a door must not stay open for any reason.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Volatile.Read(ref _stuck).TrySetException(new DeviceFaultException($"The door could not be locked after a release: {error.Message}", error));
            _pulse.Change(LockRetry, Timeout.InfiniteTimeSpan);
        }
    }
}
