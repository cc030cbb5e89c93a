using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>Finds the one plate that a slip of the reader may have been meant for. Never for a plate that is somebody's own.</summary>
internal static class FuzzyMatch
{
    /// <summary>
    /// The only registered vehicle whose plate <paramref name="read"/> may be a slip for; null when there is none or more than one, when a
    /// denied plate is as near, when the plate's colour contradicts, and when <paramref name="read"/> is itself registered.
    /// </summary>
    public static Vehicle? Registered(PlateNumber read, PlateColour colour, VehicleSnapshot registry)
    {
        if (!IsConsistent(read, colour) || registry.Find(read.Text) is not null || registry.IsNearDenied(read.Text))
        {
            return null;
        }

        Vehicle? only = null;
        foreach (var meant in PlateConfusion.Meant(read.Text))
        {
            if (registry.Find(meant) is not { } vehicle || vehicle.Plate.Kind != read.Kind)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = vehicle;
        }

        return only;
    }

    /// <summary>The only plate inside that <paramref name="read"/> may be a slip for; null when there is none or more than one.</summary>
    public static PlateNumber? Inside(PlateNumber read, StaySnapshot stays)
    {
        if (stays.Find(read.Text) is not null)
        {
            return null;
        }

        PlateNumber? only = null;
        foreach (var meant in PlateConfusion.Meant(read.Text))
        {
            if (stays.Find(meant)?.Plate is not { } plate || plate.Kind != read.Kind)
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = plate;
        }

        return only;
    }

    // Green plates have eight characters and others seven, so a reading that contradicts its colour has more than one slip in it.
    private static bool IsConsistent(PlateNumber read, PlateColour colour) =>
        colour == PlateColour.Unknown || (colour is PlateColour.Green or PlateColour.YellowGreen) == (read.Kind == PlateKind.NewEnergy);
}
