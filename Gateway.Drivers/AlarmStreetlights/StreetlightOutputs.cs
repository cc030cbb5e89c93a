using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>Lamp, strobe and siren. Drives only what differs from what was driven last; an output that failed is driven again. One caller at a time.</summary>
internal sealed class StreetlightOutputs(IDigitalOutput lamp, IDigitalOutput? strobe, IDigitalOutput? siren)
{
    private readonly Output[] _outputs = [new("lamp", "灯", lamp), new("strobe", "频闪灯", strobe), new("siren", "警笛", siren)];

    /// <summary>What could not be driven the last time; null when everything was.</summary>
    public Wording? Fault { get; private set; }

    /// <summary>Drives all that has changed, side by side: a slow siren does not keep the lamp waiting.</summary>
    public async Task ShowAsync(StreetlightSignals signals, CancellationToken cancellationToken)
    {
        var driven = Task.WhenAll(
            _outputs[0].DriveAsync(signals.Lamp, cancellationToken),
            _outputs[1].DriveAsync(signals.Strobe, cancellationToken),
            _outputs[2].DriveAsync(signals.Siren, cancellationToken));
        Fault = (await driven).FirstOrDefault(fault => fault is not null);
    }

    private sealed class Output(string name, string nameZh, IDigitalOutput? line)
    {
        private bool? _level;

        public async Task<Wording?> DriveAsync(bool active, CancellationToken cancellationToken)
        {
            if (line is null || _level == active)
            {
                return null;
            }

            try
            {
                _level = null;
                await line.SetAsync(active, cancellationToken);
                _level = active;
                return null;
            }
            catch (DeviceFaultException error)
            {
                return new Wording($"{nameZh}无法驱动：{error.Message}", $"The {name} cannot be driven: {error.Message}");
            }
        }
    }
}
