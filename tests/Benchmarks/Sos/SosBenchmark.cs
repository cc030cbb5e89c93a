using System.Globalization;

namespace EdgeGateway.Benchmarks.Sos;

/// <summary>
/// A hundred presses of a button: until the lamp is driven, until the record is durable, until the station has the alert; and a hundred
/// more with neighbours that chatter and block. The bus is simulated: a real line adds its debounce (10 ms) and, on Modbus, its poll.
/// </summary>
internal static class SosBenchmark
{
    private const int Presses = 100;
    private const int Rounds = 4;
    private const int WarmUp = 10;
    private const double LampTarget = 50;
    private const double JournalTarget = 100;
    private const double StationTarget = 1000;

    public static async Task<int> RunAsync()
    {
        await using var compound = await SosCompound.StartAsync();
        using var meter = new PressMeter(compound);
        await meter.PressAsync(WarmUp);
        List<PressTimes> calm = [];
        List<PressTimes> hostile = [];
        var changes = 0L;

        // In turns, so that both meet the same load of the machine.
        for (var round = 0; round < Rounds; round++)
        {
            calm.AddRange(await meter.PressAsync(Presses / Rounds));
            await using var neighbours = new HostileNeighbours(compound);
            hostile.AddRange(await meter.PressAsync(Presses / Rounds));
            changes += neighbours.Changes;
        }

        Console.WriteLine($"sos: {Presses} presses each, ms after the button's edge; hostile: a neighbour's contact changed {changes} times, another keeps its thread");
        Console.WriteLine($"{"",-20}{"p50",10}{"p95",10}{"max",10}   hostile:{"p50",8}{"p95",10}{"max",10}");
        var met = Judge("lamp driven", calm, hostile, times => times.Lamp, LampTarget);
        met &= Judge("journal durable", calm, hostile, times => times.Journal, JournalTarget);
        met &= Judge("station has it", calm, hostile, times => times.Station, StationTarget);
        return met ? 0 : 1;
    }

    private static bool Judge(string name, IReadOnlyList<PressTimes> calm, IReadOnlyList<PressTimes> hostile, Func<PressTimes, double> part, double target)
    {
        double[] one = [.. calm.Select(part).Order()];
        double[] other = [.. hostile.Select(part).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-18}{Share(one, 0.5),10:0.0}{Share(one, 0.95),10:0.0}{one[^1],10:0.0}           {Share(other, 0.5),8:0.0}{Share(other, 0.95),10:0.0}{other[^1],10:0.0}"));
        var met = Result.AtMost($"sos {name}, p95, ms", Share(one, 0.95), target);
        return Result.AtMost($"sos {name}, p95, hostile neighbours, ms", Share(other, 0.95), target) && met;
    }

    private static double Share(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
