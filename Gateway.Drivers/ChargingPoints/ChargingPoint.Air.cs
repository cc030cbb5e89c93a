using System.Globalization;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <content>
/// The sensors in the shed's air. Each has a loop of its own, so that a slow one or one that hangs holds up nothing else; one that fails says so and cuts
/// off nothing.
/// </content>
internal sealed partial class ChargingPoint
{
    private readonly AirSensors? _air;
    private string? _thermometerFault; // under _gate
    private string? _smokeSensorFault; // under _gate

    private IEnumerable<Task> WatchAir(CancellationToken cancellationToken)
    {
        if (_air?.Temperature is { } thermometer)
        {
            yield return WatchSensorAsync(thermometer, TemperatureIs, cancellationToken);
        }

        if (_air?.Smoke is { } smoke)
        {
            yield return WatchSensorAsync(smoke, AirSmokeIs, cancellationToken);
        }
    }

    private void TemperatureIs(double? celsius, string? fault)
    {
        lock (_gate)
        {
            _thermometerFault = fault;
            Do((shed, now) => shed.TemperatureIs(celsius, now));
        }
    }

    private void AirSmokeIs(double? share, string? fault)
    {
        lock (_gate)
        {
            _smokeSensorFault = fault;
            Do((shed, now) => shed.AirSmokeIs(share, now));
        }
    }

    private async Task WatchSensorAsync(ISensor sensor, Action<double?, string?> tell, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var value = (await sensor.ReadAsync(cancellationToken)).Value;
                if (double.IsFinite(value))
                {
                    tell(value, null);
                }
                else
                {
                    tell(null, "It gives something that is no number. Check the sensor and its wires.");
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever the sensor's driver throws: the end of this loop would be the end of the shed's power.
                tell(null, error.Message);
            }

            await Task.Delay(_air!.Limits.Every, _clock, cancellationToken);
        }
    }

    /// <summary>Adds what the air's sensors show, or why they do not.</summary>
    private void DescribeAir(Dictionary<string, string> details)
    {
        lock (_gate)
        {
            if ((_thermometerFault ?? Shown(_shed.Air?.Temperature, "0.0 °C")) is { } warmth)
            {
                details["airTemperature"] = warmth;
            }

            if ((_smokeSensorFault ?? Shown(_shed.Air?.Smoke, "0.00")) is { } smoke)
            {
                details["airSmoke"] = smoke;
            }
        }

        static string? Shown(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>What does not answer of that which watches for fire. Under the lock.</summary>
    private IEnumerable<(string Code, Wording Words)> LostDetectors()
    {
        if (_smokeFault is { } detector)
        {
            yield return ("smoke-detector-lost", ChargingWords.DetectorLost(detector));
        }

        if (_smokeSensorFault is { } smoke)
        {
            yield return ("smoke-sensor-lost", ChargingWords.SmokeSensorLost(smoke));
        }

        if (_thermometerFault is { } thermometer)
        {
            yield return ("thermometer-lost", ChargingWords.ThermometerLost(thermometer));
        }
    }
}
