using Gateway.Drivers.ChargingPoints;

namespace Gateway.Drivers.Simulation;

/// <summary>One outlet of a <see cref="SimulatedShed"/>, which guards it: not thread-safe.</summary>
internal sealed class SimulatedSocket(string id, SimulatedOutput relay, SimulatedUnit meter, MeterMap map, TimeProvider clock, Random random)
{
    private const double RoomCelsius = 25;
    private const double CelsiusPerWatt = 0.02;

    /// <summary>A charger draws less and less once the battery lacks only this share.</summary>
    private const double TaperShare = 0.2;

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPass = TimeSpan.FromHours(1);

    private double _watts; // what the charger draws at most
    private double _capacity; // what the battery lacked when it was plugged in, Wh
    private double _lacks; // what it lacks now
    private double _energy = random.Next(1000, 100_000); // the meter's counter, Wh
    private long _at = clock.GetTimestamp();
    private bool _fed;

    public string Id => id;

    public SimulatedOutput Relay => relay;

    public SimulatedUnit Meter => meter;

    public bool Welded { get; set; }

    public bool Frozen { get; set; }

    public double? Heat { get; set; }

    /// <summary>What flows now, W.</summary>
    public double Power => !_fed || _lacks <= 0 ? 0 : _watts * Math.Clamp(_lacks / (TaperShare * _capacity), 0.03, 1);

    public void Plug(double watts, double wattHours) => (_watts, _capacity, _lacks) = (watts, wattHours, wattHours);

    /// <summary>Lets the time since the last call pass.</summary>
    public void Pass()
    {
        var now = clock.GetTimestamp();
        var rest = clock.GetElapsedTime(_at, now);
        _at = now;
        for (rest = rest < LongestPass ? rest : LongestPass; rest > TimeSpan.Zero; rest -= Step)
        {
            var charged = Math.Min(Power * (rest < Step ? rest : Step).TotalHours, _lacks);
            (_energy, _lacks) = (_energy + charged, _lacks - charged);
        }
    }

    /// <summary>Shows on the meter how it stands.</summary>
    /// <param name="shed">Whether the shed is fed.</param>
    public void Feed(bool shed)
    {
        _fed = shed && (relay.IsActive || Welded);
        if (Frozen)
        {
            return;
        }

        var volts = 228 + (random.NextDouble() * 4);
        Set(map.Power, Power);
        Set(map.Voltage, volts);
        Set(map.Current, Power / volts);
        Set(map.Energy, _energy);
        Set(map.Temperature, Heat ?? RoomCelsius + (Power * CelsiusPerWatt));
    }

    private void Set(MeterValue? value, double measured)
    {
        if (value is null)
        {
            return;
        }

        Span<ushort> registers = stackalloc ushort[2];
        value.Format.Encode(measured, registers);
        for (var i = 0; i < value.Format.Words; i++)
        {
            meter[map.Table, value.Address + i] = registers[i];
        }
    }
}
