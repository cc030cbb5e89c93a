using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>
/// Lamp, strobe and siren, each driven by itself: a slow siren keeps neither the lamp nor the button waiting. Only what differs from what
/// was driven last is driven; an output that failed is driven again when it is shown again. Safe for several threads.
/// </summary>
internal sealed class StreetlightOutputs(IDigitalOutput lamp, IDigitalOutput? strobe, IDigitalOutput? siren)
{
    private readonly StreetlightOutput[] _outputs = [new("lamp", "灯", lamp), new("strobe", "频闪灯", strobe), new("siren", "警笛", siren)];

    /// <summary>What could not be driven the last time; null when everything was.</summary>
    public Wording? Fault => _outputs.Select(output => output.Fault).FirstOrDefault(fault => fault is not null);

    /// <summary>Begins to drive all that has changed and returns at once; lines that answer at once are driven by then.</summary>
    /// <returns>Ends when every output has been driven or has failed.</returns>
    public Task Show(StreetlightSignals signals) => Task.WhenAll(
        _outputs[0].Show(signals.Lamp), _outputs[1].Show(signals.Strobe), _outputs[2].Show(signals.Siren));
}
