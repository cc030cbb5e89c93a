using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Perception.Plates.Tracking;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// The plates that have just passed here or at the barrier that faces this one. What is still seen of them is a vehicle on its way out of
/// view. Not thread-safe.
/// </summary>
internal sealed class PassedPlates(TimeSpan keep)
{
    /// <summary>A plate that cannot be read is taken for the one that has just passed for so long.</summary>
    private static readonly TimeSpan Unread = TimeSpan.FromSeconds(5);

    private readonly List<(PlateNumber? Plate, TimeSpan At)> _passed = [];

    /// <summary>A vehicle has passed.</summary>
    /// <param name="plate">Its number; null where it is not known.</param>
    /// <param name="now">When.</param>
    public void Add(PlateNumber? plate, TimeSpan now)
    {
        _passed.RemoveAll(passed => now - passed.At > keep);
        _passed.Add((plate, now));
    }

    /// <summary>Whether this is most likely the back, or the last glimpse, of one that has passed.</summary>
    public bool IsOneOf(PlateSighting sighting, TimeSpan now) => _passed.Exists(passed => now - passed.At <= keep && Fits(passed.Plate, now - passed.At, sighting));

    private static bool Fits(PlateNumber? passed, TimeSpan ago, PlateSighting sighting)
    {
        if (passed is not null && sighting.Best.Number == passed)
        {
            return true;
        }

        // What comes nearer, or is certain of another number, is another vehicle.
        if (sighting.Heading == VehicleHeading.Approaching || (sighting.Certain && sighting.Best.Number is not null && passed is null))
        {
            return false;
        }

        return sighting.Best.Number is { } read ? passed is not null && PlateSlips.Between(read, passed) <= 1 : ago <= Unread;
    }
}
