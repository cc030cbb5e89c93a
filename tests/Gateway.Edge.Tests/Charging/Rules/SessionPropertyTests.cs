using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Tests.Charging.Rules;

/// <summary>What holds of every session, whatever the meter shows and however clocks jump.</summary>
public sealed class SessionPropertyTests
{
    [Fact]
    public void No_session_of_any_load_outlasts_its_longest_time_and_none_gives_back_energy()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var machine = new SessionMachine(MeterTrace.Rules());
            var (at, energy, counter) = (TimeSpan.Zero, 0.0, random.NextDouble() * 1000);
            while (machine.End is null)
            {
                double? watts = random.Next(20) switch { 0 => null, 1 => double.NaN, 2 => -5, 3 => 0, _ => random.NextDouble() * 400 };
                counter = random.Next(200) == 0 ? random.NextDouble() * 1e6 : counter + 0.5;
                at += TimeSpan.FromSeconds(random.Next(1, 50));
                machine.Read(new ChargeSample(at, Jumped(random, at), watts, random.Next(3) == 0 ? null : counter, random.NextDouble() * 50, 230));
                Assert.True(machine.WattHours >= energy, $"seed {seed}: energy fell");
                energy = machine.WattHours;
                Assert.True(at <= TimeSpan.FromHours(8) + TimeSpan.FromSeconds(50), $"seed {seed}: {at}");
            }
        }
    }

    [Fact]
    public void Wall_clock_that_jumps_changes_nothing_where_there_is_no_night()
    {
        var random = new Random(11);
        var steady = MeterTrace.Run(MeterTrace.Charger());
        var machine = new SessionMachine(MeterTrace.Rules());
        var ended = 0.0;
        foreach (var (second, watts) in MeterTrace.Charger())
        {
            ended = second;
            if (machine.Read(new ChargeSample(TimeSpan.FromSeconds(second), Jumped(random, TimeSpan.FromSeconds(second)), watts)) is not null)
            {
                break;
            }
        }

        Assert.Equal((steady.Machine.End, steady.EndedAt), (machine.End, ended));
        Assert.Equal(steady.Machine.WattHours, machine.WattHours);
    }

    [Fact]
    public void Time_that_runs_backwards_stands_still()
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        machine.Read(new ChargeSample(TimeSpan.FromHours(1), MeterTrace.Morning, 180));
        var before = machine.WattHours;
        Assert.Null(machine.Read(new ChargeSample(TimeSpan.FromMinutes(1), MeterTrace.Morning, 180)));
        Assert.Equal(before, machine.WattHours);
        Assert.Null(machine.Read(new ChargeSample(TimeSpan.FromHours(7.9), MeterTrace.Morning, 180)));
        Assert.Equal(EndReason.TimeLimit, machine.Read(new ChargeSample(TimeSpan.FromHours(8), MeterTrace.Morning, 180)));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(180)]
    [InlineData(300)]
    [InlineData(420)]
    public void Chargers_of_every_usual_strength_with_noise_and_dips_end_full(double watts)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var random = new Random(seed);
            // 3 % of noise, and a dip of a second every few minutes, as meters show.
            var noisy = MeterTrace.Charger(watts, hours: 1 + (4 * random.NextDouble())).Select(point => (point.Second, point.Watts * (0.97 + (0.06 * random.NextDouble())) * (random.Next(60) == 0 ? 0.8 : 1)));
            Assert.Equal(EndReason.Full, MeterTrace.Run(noisy).Machine.End);
        }
    }

    [Fact]
    public void Counter_that_leaps_or_is_reset_adds_no_more_than_what_flowed()
    {
        var machine = new SessionMachine(MeterTrace.Rules());
        double[] counters = [5000, 5001.5, 5003, 12, 13.5, 900_000, 900_001.5, double.NaN, 900_003];
        for (var index = 0; index < counters.Length; index++)
        {
            machine.Read(new ChargeSample(TimeSpan.FromSeconds(30 * index), MeterTrace.Morning, 180, counters[index]));
        }

        Assert.InRange(machine.WattHours, 11.9, 13.6); // eight steps of 1.5 Wh
    }

    private static DateTimeOffset Jumped(Random random, TimeSpan at) => MeterTrace.Morning + at + TimeSpan.FromHours(random.Next(-100, 100));
}
