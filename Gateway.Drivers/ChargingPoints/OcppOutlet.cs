using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>
/// A connector of a charger that speaks OCPP: it is cut off by ending its transaction and taking it out of use, and read by what the
/// charger says of itself. Its clock is not trusted: news counts from the reading before which it was not there. One reader at a time.
/// </summary>
internal sealed class OcppOutlet(IOcppChargePoint charger, int connector, TimeProvider clock) : IOutletDriver
{
    /// <summary>The account that the gateway's own charges are begun on; at most 20 characters.</summary>
    private const string Tag = "GATEWAY";

    private OcppConnector _before = new(connector); // the reader's alone
    private long _news = clock.GetTimestamp();
    private long _readAt = clock.GetTimestamp();

    /// <inheritdoc/>
    public async ValueTask SwitchAsync(bool on, CancellationToken cancellationToken)
    {
        if (!on && Running is { } transaction)
        {
            // Whatever it answers: taking the connector out of use comes next, and the meter has the last word.
            try
            {
                await charger.RemoteStopAsync(transaction.Id, cancellationToken);
            }
            catch (DeviceFaultException)
            {
                // Not answered, or with an error: the connector is taken out of use all the same.
            }
        }

        await ChangeAvailabilityAsync(on, cancellationToken);
        if (on)
        {
            if (await charger.RemoteStartAsync(connector, Tag, cancellationToken) == OcppAnswer.Rejected)
            {
                throw new DeviceFaultException($"Charger {charger.Id}, connector {connector} does not begin a charge: plug the bike in first, or see its fault.");
            }
        }
        else
        {
            await AskForMeterAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask<(MeterReading Reading, long Begun)> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        if (!charger.Connected)
        {
            throw new DeviceFaultException($"Charger {charger.Id} is not connected: {charger.Link.Reason.En}");
        }

        var (at, before) = (Present, _before);
        if (at.Meter != before.Meter || at.Status != before.Status || at.StatusAt != before.StatusAt || at.Transaction != before.Transaction)
        {
            _news = _readAt;
        }

        (_before, _readAt) = (at, now);
        var meter = at.Meter;
        var rests = at.Transaction is null && at.Status is not (OcppStatus.Charging or OcppStatus.SuspendedEV or OcppStatus.SuspendedEVSE or OcppStatus.Unknown);

        // Without a charge the charger has nothing to tell, and its silence means nothing; a meter that still shows power is believed.
        var settled = rests && !(meter?.Watts > 0 && meter.At >= (at.StatusAt ?? DateTimeOffset.MinValue));
        if (!settled && meter?.Watts is null)
        {
            throw new DeviceFaultException($"Charger {charger.Id}, connector {connector} tells no power: let it send Power.Active.Import (MeterValuesSampledData).");
        }

        var reading = new MeterReading(settled ? 0 : meter!.Watts!.Value, meter?.Volts, settled ? 0 : meter?.Amperes, meter?.WattHours, meter?.Celsius);
        return ValueTask.FromResult((reading, settled ? now : _news));
    }

    private OcppConnector Present => charger.Connectors.FirstOrDefault(one => one.Number == connector) ?? new OcppConnector(connector);

    private OcppTransaction? Running => Present.Transaction is { Runs: true } transaction ? transaction : null;

    private async ValueTask ChangeAvailabilityAsync(bool operative, CancellationToken cancellationToken)
    {
        var answer = await charger.ChangeAvailabilityAsync(connector, operative, cancellationToken);
        if (answer is OcppAnswer.Rejected or OcppAnswer.NotSupported)
        {
            throw new DeviceFaultException(
                $"Charger {charger.Id} refuses to take connector {connector} {(operative ? "into" : "out of")} use: see its log, or cut it off at its supply.");
        }
    }

    private async ValueTask AskForMeterAsync(CancellationToken cancellationToken)
    {
        try
        {
            await charger.TriggerAsync(OcppTrigger.MeterValues, connector, cancellationToken);
        }
        catch (DeviceFaultException)
        {
            // Not every charger can be asked; it will tell by itself.
        }
    }
}
