using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Rules;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Tests.Access.Vehicles.Rules;

/// <summary>Snapshots after any series of changes are what a plain list would say.</summary>
public sealed class SnapshotTests
{
    private static readonly DateTimeOffset s_now = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Vehicles_are_those_of_a_plain_list_after_any_series_of_changes()
    {
        var random = new Random(20260601);
        var (snapshot, list) = (VehicleSnapshot.Empty, new List<Vehicle>());
        for (var change = 0; change < 3000; change++)
        {
            var vehicle = Vehicle($"京A{random.Next(40):00000}", (VehicleStanding)random.Next(4));
            var existing = list.Find(other => other.Plate == vehicle.Plate);
            switch (random.Next(3))
            {
                case 0 when existing is not null:
                    list.Remove(existing);
                    snapshot = snapshot.Without([existing.Id, Guid.NewGuid()]);
                    break;
                case 1 when list.Count > 0 && existing is null:
                    // Another plate for one that is there.
                    var moved = list[random.Next(list.Count)];
                    list.Remove(moved);
                    vehicle = vehicle with { Id = moved.Id };
                    list.Add(vehicle);
                    snapshot = snapshot.With([vehicle]);
                    break;
                default:
                    vehicle = vehicle with { Id = existing?.Id ?? vehicle.Id };
                    list.RemoveAll(other => other.Id == vehicle.Id);
                    list.Add(vehicle);
                    snapshot = snapshot.With([vehicle]);
                    break;
            }

            var asked = $"京A{random.Next(40):00000}";
            Assert.Equal(list.Count, snapshot.Count);
            Assert.Equal(list.Find(other => other.Plate.Text == asked), snapshot.Find(asked));
            Assert.Equal(
                list.Exists(other => other.Standing == VehicleStanding.Denied && other.Plate.Text.Zip(asked).Count(pair => pair.First != pair.Second) <= 1),
                snapshot.IsNearDenied(asked));
        }

        Assert.Equal(list.OrderBy(vehicle => vehicle.Id), snapshot.All.OrderBy(vehicle => vehicle.Id));
        Assert.All(list, vehicle => Assert.Same(vehicle, snapshot.Find(vehicle.Id)));
    }

    [Fact]
    public void An_older_snapshot_does_not_change()
    {
        var vehicle = Vehicle("京A12345", VehicleStanding.Denied);
        var before = VehicleSnapshot.Empty.With([vehicle]);
        var after = before.Without([vehicle.Id]);

        Assert.Equal((1, true, 0, false), (before.Count, before.IsNearDenied("京A12344"), after.Count, after.IsNearDenied("京A12344")));
    }

    [Fact]
    public void Stays_count_visitors_and_forget_what_is_over()
    {
        var resident = Vehicle("京A12345", VehicleStanding.Resident);
        var first = StayMoves.Enter(resident.Plate, resident, "north", s_now, null);
        var second = StayMoves.Enter(null, null, "north", s_now, null);
        var third = StayMoves.Enter(VehiclesFixture.Plate("京B12345"), null, "north", s_now, null);

        var full = StaySnapshot.Empty.With(first).With(second).With(third).With(third);
        var less = full.With(StayMoves.End(third, StayState.Left, "south", s_now)).With(StayMoves.End(second, StayState.LeftUnseen, null, s_now));

        Assert.Equal((3, 2), (full.Count, full.Visitors));
        Assert.Equal((1, 0), (less.Count, less.Visitors));
        Assert.Equal(first, less.Find("京A12345"));
        Assert.Null(less.Find("京B12345"));
        Assert.Null(less.Find(third.Id));
        Assert.Equal((1, 0), (less.With(StayMoves.End(third, StayState.Left, "south", s_now)).Count, less.Visitors));
    }

    private static Vehicle Vehicle(string plate, VehicleStanding standing) =>
        new(Guid.NewGuid(), VehiclesFixture.Plate(plate), standing, "", null, null, null, null, null, null, null);
}
