using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <content>The loop that keeps the connection and listens to events.</content>
internal sealed partial class OnvifBus
{
    private const string DigitalInput = "Device/Trigger/DigitalInput";

    /// <summary>Levels of more inputs than this are not kept.</summary>
    private const int MostInputs = 256;

    /// <summary>At least so long between two questions, so that a device that answers at once is not asked without end.</summary>
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a device that is being left may take to hear so.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        try
        {
            using var device = await OnvifDevice.ConnectAsync(settings.Address, settings.Credentials, clock, cancellationToken);
            _connection = await PrepareAsync(device, cancellationToken);
            _tried.TrySetResult();
            await ListenAsync(reporter, device, cancellationToken);
        }
        catch (OnvifFaultException fault)
        {
            var told = OnvifDevice.Told(settings.Address, fault);
            _away = told.Message;
            throw told;
        }
        catch (DeviceFaultException fault)
        {
            _away = fault.Message;
            throw;
        }
        finally
        {
            _tried.TrySetResult();
            lock (_gate)
            {
                _connection = null;
                _levels.Clear();
                _inputs.ForEach(input => input.Lose(_away));
            }
        }
    }

    private async Task<OnvifConnection> PrepareAsync(OnvifDevice device, CancellationToken cancellationToken)
    {
        var relays = await device.RelaysAsync(cancellationToken);
        var connection = new OnvifConnection(device, [.. relays.Select(relay => relay.Token)], await device.InputsAsync(cancellationToken));
        foreach (var (token, wanted) in settings.Relays)
        {
            await device.SetRelayAsync(connection.Relay(new(-1, token)), wanted, cancellationToken);
        }

        return connection;
    }

    private async Task ListenAsync(DeviceReporter reporter, OnvifDevice device, CancellationToken cancellationToken)
    {
        if (device.Services.Events is null && !HasInputs())
        {
            // Only relays are used, and the device has no events: asking for its time again and again shows that it is there.
            await TellOnlineAsync(reporter, cancellationToken);
            await device.WatchAsync(cancellationToken);
            return;
        }

        var point = await device.SubscribeAsync(cancellationToken);
        try
        {
            await SynchroniseAsync(point, cancellationToken);
            await TellOnlineAsync(reporter, cancellationToken);
            while (true)
            {
                var asked = clock.GetTimestamp();
                Tell(await point.PullAsync(cancellationToken));
                if (clock.GetElapsedTime(asked) < LeastPause)
                {
                    await Task.Delay(LeastPause, clock, cancellationToken);
                }
            }
        }
        finally
        {
            await LeaveAsync(point);
        }
    }

    private ValueTask TellOnlineAsync(DeviceReporter reporter, CancellationToken cancellationToken) => reporter.HealthAsync(
        DeviceState.Online, "ok", new Wording("正常", "Working"), _connection!.Details(), cancellationToken);

    private static async Task SynchroniseAsync(PullPoint point, CancellationToken cancellationToken)
    {
        try
        {
            await point.SynchroniseAsync(cancellationToken);
        }
        catch (OnvifFaultException fault) when (!fault.NotAuthorized)
        {
            // Levels stay unknown until they change, which is what an input then says.
        }
    }

    private async Task LeaveAsync(PullPoint point)
    {
        using var late = new CancellationTokenSource(Farewell, clock);
        try
        {
            await point.UnsubscribeAsync(late.Token);
        }
        catch (Exception error) when (error is OnvifFaultException or DeviceFaultException or OperationCanceledException)
        {
            // It forgets the subscription by itself when nobody renews it.
        }
    }

    private void Tell(IReadOnlyList<OnvifNotice> notices)
    {
        var (now, connection) = (clock.GetTimestamp(), _connection!);
        lock (_gate)
        {
            foreach (var input in _inputs.Where(input => connection.Input(input.Line.Address) is null))
            {
                input.Lose($"the device has no such input. It has: {(connection.Inputs.Count == 0 ? "none that it lists, so give a token" : string.Join(", ", connection.Inputs))}");
            }

            foreach (var notice in notices)
            {
                if (notice is { Topic: DigitalInput, Token: { } token, Level: { } level } && (_levels.Count < MostInputs || _levels.ContainsKey(token)))
                {
                    _levels[token] = level;
                    _inputs.FindAll(input => connection.Input(input.Line.Address) == token).ForEach(input => input.Tell(level, now));
                }
            }
        }
    }

    private bool HasInputs()
    {
        lock (_gate)
        {
            return _inputs.Count > 0;
        }
    }
}
