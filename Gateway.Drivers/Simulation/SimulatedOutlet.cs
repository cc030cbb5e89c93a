using Gateway.Drivers.Buses.Ocpp;

namespace Gateway.Drivers.Simulation;

/// <summary>One connector of a simulated charger with what is plugged into it. Not thread-safe: its charger guards it.</summary>
internal sealed class SimulatedOutlet(int number)
{
    private const double Volts = 220;
    private const double AmbientCelsius = 25;
    private const double CelsiusPerWatt = 0.06;

    private static readonly TimeSpan s_step = TimeSpan.FromSeconds(10);

    private double _wattHours;

    public int Number => number;

    public OcppStatus Status { get; set; } = OcppStatus.Available;

    public OcppErrorCode Error { get; set; }

    public OcppTransaction? Transaction { get; set; }

    /// <summary>What is plugged in; null for nothing.</summary>
    public SimulatedPack? Pack { get; set; }

    /// <summary>Whether the relay lets current through.</summary>
    public bool Closed { get; set; }

    /// <summary>Added to the temperature by the scenario: a pack that runs away.</summary>
    public double ExtraCelsius { get; set; }

    /// <summary>Out of use by the gateway's word.</summary>
    public bool Inoperative { get; set; }

    /// <summary>What flows just now.</summary>
    public double Watts => Closed && Pack is { } pack ? pack.Watts : 0;

    /// <summary>The energy register.</summary>
    public int Register => (int)_wattHours;

    /// <summary>Lets the time pass in steps short enough for the taper.</summary>
    public void Pass(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero && Watts > 0; left -= s_step)
        {
            _wattHours += Pack!.Charge(left < s_step ? left : s_step);
        }
    }

    public OcppMeter Read(DateTimeOffset at) => new(at)
    {
        Watts = Math.Round(Watts, 1),
        WattHours = Register,
        Amperes = Math.Round(Watts / Volts, 2),
        Volts = Volts,
        Celsius = Math.Round(AmbientCelsius + (Watts * CelsiusPerWatt) + ExtraCelsius, 1),
    };
}
