using System.Diagnostics;
using System.Globalization;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Rules;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Perception.Plates;

namespace EdgeGateway.Benchmarks.Vehicles;

/// <summary>A barrier's decision among 10,000 registered vehicles, half of them inside, against one look at each of their plates.</summary>
internal static class VehicleDecisionBenchmark
{
    private const int Vehicles = 10_000;
    private const int Decisions = 20_000;
    private const int Rounds = 7;

    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    public static int Run()
    {
        var vehicles = Enumerable.Range(0, Vehicles).Select(Vehicle).ToArray();
        var registry = VehicleSnapshot.Empty.With(vehicles);
        var stays = vehicles.Take(Vehicles / 2).Aggregate(StaySnapshot.Empty, (snapshot, vehicle) => snapshot.With(StayMoves.Enter(vehicle.Plate, vehicle, "north", s_now, null)));
        var settings = new RuleSettings(TimeZoneInfo.Utc, null, null, SettleAtExit: true, TimeSpan.FromMinutes(30));
        var plates = vehicles.Select(vehicle => vehicle.Plate.Text).ToArray();

        var scan = Median(() => Scan(plates, "京B99999"), 200);
        var holds = true;
        foreach (var (name, plate) in new[] { ("exact", "京A05000"), ("fuzzy", "京AD5000"), ("unknown", "京B08525") })
        {
            var question = new VehicleQuestion(PlateNumber.TryParse(plate, out var number) ? number : null, true, PlateColour.Blue, "north", LaneDirection.In, s_now);
            var time = Median(() => VehicleRules.Decide(question, registry, stays, settings).Opens, Decisions);
            holds &= Result.Below($"{name} decision / one look at {Vehicles:N0} plates", time / scan, 1.0);
            Result.Note($"{name} decision", time, "microseconds");
        }

        return holds ? 0 : 1;
    }

    private static bool Scan(string[] plates, string plate) => Array.Exists(plates, candidate => string.Equals(candidate, plate, StringComparison.Ordinal));

    // Microseconds for one of many, the middle of several rounds after one that warms up.
    private static double Median(Func<bool> decide, int count)
    {
        var rounds = new List<double>();
        var sum = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            for (var index = 0; index < count; index++)
            {
                sum += decide() ? 1 : 0;
            }

            if (round > 0)
            {
                rounds.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds / count);
            }
        }

        // Keeps the work from being left out.
        return sum < 0 ? double.NaN : rounds.Order().ElementAt(Rounds / 2);
    }

    private static Vehicle Vehicle(int number)
    {
        // Every tenth is denied, so that its neighbourhood is looked at as well.
        var standing = number % 10 == 7 ? VehicleStanding.Denied : VehicleStanding.Resident;
        _ = PlateNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"京A{number:00000}"), out var plate);
        return new Vehicle(Guid.NewGuid(), plate!, standing, "", null, null, null, null, null, null, null);
    }
}
