using System.Globalization;
using EdgeGateway.Testing;
using Gateway.Edge.Charging;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Tests.Charging.Rules;

/// <summary>A load over time, as a meter sees it, and what the machine makes of it.</summary>
internal static class MeterTrace
{
    public static readonly DateTimeOffset Morning = new(2026, 6, 1, 1, 0, 0, TimeSpan.Zero); // 09:00 in the compound

    public static ChargeRules Rules(Action<ChargingOptions>? change = null)
    {
        var options = new ChargingOptions();
        change?.Invoke(options);
        return options.Rules();
    }

    /// <summary>A charger of that power: rises by a tenth, tapers exponentially, rests.</summary>
    public static IEnumerable<(double Second, double Watts)> Charger(double watts = 180, double hours = 3, double step = 5)
    {
        var (constant, tau) = (hours * 3600, 1500.0);
        for (var second = 0.0; second < constant + 9000; second += step)
        {
            yield return (second, second < constant ? watts * (0.9 + (0.1 * second / constant)) : watts * Math.Exp(-(second - constant) / tau));
        }
    }

    /// <summary>The same power all the time.</summary>
    public static IEnumerable<(double Second, double Watts)> Steady(double watts, double seconds, double step = 5) =>
        Enumerable.Range(0, (int)(seconds / step)).Select(index => (index * step, watts));

    /// <summary>Feeds a machine; answers with it and when it ended the session, s.</summary>
    public static (SessionMachine Machine, double? EndedAt) Run(IEnumerable<(double Second, double Watts)> trace, ChargeRules? rules = null)
    {
        var machine = new SessionMachine(rules ?? Rules());
        foreach (var (second, watts) in trace)
        {
            var at = TimeSpan.FromSeconds(second);
            if (machine.Read(new ChargeSample(at, Morning + at, watts)) is not null)
            {
                return (machine, second);
            }
        }

        return (machine, null);
    }

    /// <summary>A recorded charge: begins where power begins, and goes on with nothing for an hour.</summary>
    public static IEnumerable<(double Second, double Watts)> Recorded(string file)
    {
        var rows = File.ReadLines(TestData.Require("charging", file)).Skip(1).Select(line => line.Split(',')).Select(cells => (Second: Number(cells[0]), Watts: Number(cells[2]))).ToList();
        return Padded(rows);
    }

    /// <summary>A recorded appliance, a session for each time that it was used: switched on, and on for an hour after.</summary>
    public static List<(double Second, double Watts)> Appliance(string file)
    {
        var rows = new List<(double Second, double Watts)>();
        foreach (var cells in File.ReadLines(TestData.Require("power", file)).Select(line => line.Split(';')).Where(cells => cells.Length >= 2))
        {
            if (DateTime.TryParseExact(cells[0], "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                rows.Add((at.Subtract(DateTime.UnixEpoch).TotalSeconds, Number(cells[1])));
            }
        }

        return Padded(rows);
    }

    private static List<(double Second, double Watts)> Padded(List<(double Second, double Watts)> rows)
    {
        // A phone charger never draws as much.
        var first = Math.Max(0, rows.FindIndex(row => row.Watts >= 5));
        var begin = rows[first].Second;
        List<(double, double)> trace = [.. rows.Skip(first).Select(row => (row.Second - begin, row.Watts))];
        trace.AddRange(Enumerable.Range(1, 360).Select(index => (rows[^1].Second - begin + (index * 10.0), 0.0)));
        return trace;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
