using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>Holds one meter's readings against each other. Times are offsets on one monotonic scale. Not thread-safe.</summary>
internal sealed class MeterCheck(double idleBelow)
{
    /// <summary>More than mains and e-bike sheds ever show; beyond it the register map is wrong.</summary>
    private const double MaxVolts = 500;
    private const double MaxAmperes = 200;
    private const double MaxWatts = 100_000;

    /// <summary>Energy that power and counter may differ by before one of them must be wrong; coarse counters move in tens of Wh.</summary>
    private const double Tolerance = 30;

    /// <summary>A reading that comes so late is not added up: nobody knows what flowed in between.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(1);

    private double? _counter; // Wh, when it last moved
    private double _flowed; // Wh by power since then
    private double _unseen; // Wh by counter while power showed none
    private TimeSpan? _before;

    /// <summary>The contradiction that a reading shows; null where it fits.</summary>
    public Wording? Problem(MeterReading reading, TimeSpan at)
    {
        if (OutOfRange(reading))
        {
            return new("读数超出可能范围：请检查寄存器地址、类型和字序", "a value is out of any range: check the register's address, type and word order");
        }

        if (reading is { Voltage: { } volts, Current: { } amperes } && reading.Power > (volts * amperes * 1.2) + 20)
        {
            return new("功率大于电压乘电流：请检查比例系数", "the power is more than voltage times current: check the scales");
        }

        return Counter(reading, at);
    }

    private static bool OutOfRange(MeterReading reading) =>
        !Within(reading.Power, -50, MaxWatts) || !Within(reading.Voltage, 0, MaxVolts) || !Within(reading.Current, -1, MaxAmperes)
        || !Within(reading.Energy, 0, double.MaxValue) || !Within(reading.Temperature, -60, 500);

    private static bool Within(double? value, double from, double to) => value is null || (value >= from && value <= to);

    private Wording? Counter(MeterReading reading, TimeSpan at)
    {
        if (reading.Energy is not { } energy)
        {
            return null;
        }

        var step = at - (_before ?? at);
        _before = at;
        if (_counter is not { } counter)
        {
            _counter = energy;
            return null;
        }

        if (energy < counter)
        {
            _counter = energy;
            return new("电能计数倒退", "the energy counter went backwards");
        }

        _flowed += step < LongestStep ? Math.Max(0, reading.Power) * step.TotalHours : 0;
        if (energy > counter)
        {
            _unseen = reading.Power < idleBelow ? _unseen + energy - counter : 0;
            (_counter, _flowed) = (energy, 0);
        }

        if (_unseen > Tolerance)
        {
            return new("功率显示为零，电能却在增加：电表可能卡死", "the energy grows while the power shows none: the meter is probably frozen");
        }

        return _flowed > Tolerance ? new("有功率，电能却不增加：电表可能卡死", "power flows and the energy does not grow: the meter is probably frozen") : null;
    }
}
