using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>Finds the one plate that a slip of the reader may have been meant for. Never for a plate that is somebody's own.</summary>
internal static class FuzzyMatch
{
    /// <summary>Confidence from which a character counts as read, and no slip is looked for in it.</summary>
    public const float Clear = 0.9f;

    /// <summary>
    /// The only registered vehicle whose plate <paramref name="read"/> may be a slip for; null when there is none or more than one, when a
    /// denied plate is as near, when the plate's colour contradicts, when the character that would be the slip was read clearly, and when
    /// <paramref name="read"/> is itself registered.
    /// </summary>
    public static Vehicle? Registered(PlateNumber read, PlateColour colour, IReadOnlyList<PlateCharacter> characters, VehicleSnapshot registry)
    {
        if (!IsConsistent(read, colour) || registry.Find(read.Text) is not null || registry.IsNearDenied(read.Text))
        {
            return null;
        }

        Vehicle? only = null;
        foreach (var meant in PlateConfusion.Meant(read.Text))
        {
            if (registry.Find(meant) is not { } vehicle || vehicle.Plate.Kind != read.Kind || IsClear(read.Text, meant, characters))
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
    public static PlateNumber? Inside(PlateNumber read, IReadOnlyList<PlateCharacter> characters, StaySnapshot stays)
    {
        if (stays.Find(read.Text) is not null)
        {
            return null;
        }

        PlateNumber? only = null;
        foreach (var meant in PlateConfusion.Meant(read.Text))
        {
            if (stays.Find(meant)?.Plate is not { } plate || plate.Kind != read.Kind || IsClear(read.Text, meant, characters))
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

    private static bool IsClear(string read, string meant, IReadOnlyList<PlateCharacter> characters)
    {
        for (var position = 0; position < Math.Min(read.Length, characters.Count); position++)
        {
            if (read[position] != meant[position] && characters[position].Value == read[position] && characters[position].Confidence >= Clear)
            {
                return true;
            }
        }

        return false;
    }

    // Green plates have eight characters and others seven, so a reading that contradicts its colour has more than one slip in it.
    private static bool IsConsistent(PlateNumber read, PlateColour colour) =>
        colour == PlateColour.Unknown || (colour is PlateColour.Green or PlateColour.YellowGreen) == (read.Kind == PlateKind.NewEnergy);
}
