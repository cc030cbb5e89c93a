using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Brings the relays to wanted levels: lets go before it pulls, so that never two are pulled. For one caller at a time.</summary>
internal sealed class BarrierRelays(BarrierWiring wiring)
{
    private RelayLevels? _levels; // null: a write failed and nobody knows

    /// <summary>What was last asked for is on the wire.</summary>
    public bool Stand(RelayLevels levels) => _levels == levels;

    /// <exception cref="Devices.DeviceFaultException">A relay could not be driven; the others have been let go where possible.</exception>
    public async ValueTask DriveAsync(RelayLevels levels)
    {
        if (_levels == levels)
        {
            return;
        }

        var before = _levels;
        _levels = null;
        await LetGoAsync(wiring.Down, before?.Down ?? true, levels.Down);
        await LetGoAsync(wiring.Up, before?.Up ?? true, levels.Up);
        if (wiring.Stop is { } stop)
        {
            await LetGoAsync(stop, before?.Stop ?? true, levels.Stop);
            await PullAsync(stop, before?.Stop ?? false, levels.Stop);
        }

        await PullAsync(wiring.Up, before?.Up ?? false, levels.Up);
        await PullAsync(wiring.Down, before?.Down ?? false, levels.Down);
        _levels = levels;
    }

    private static ValueTask LetGoAsync(IDigitalOutput relay, bool was, bool wanted) =>
        was && !wanted ? relay.SetAsync(active: false, CancellationToken.None) : ValueTask.CompletedTask;

    private static ValueTask PullAsync(IDigitalOutput relay, bool was, bool wanted) =>
        wanted && !was ? relay.SetAsync(active: true, CancellationToken.None) : ValueTask.CompletedTask;
}
