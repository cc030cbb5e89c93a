namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>How far two readings are apart.</summary>
internal static class PlateSlips
{
    /// <summary>From so many different characters on, two readings are of two plates.</summary>
    public const int AnotherPlate = 4;

    /// <summary>Characters that differ, position by position; a missing one counts as well.</summary>
    public static int Between(PlateNumber one, PlateNumber other)
    {
        var (a, b) = (one.Text, other.Text);
        var shared = Math.Min(a.Length, b.Length);
        var slips = Math.Abs(a.Length - b.Length);
        for (var i = 0; i < shared; i++)
        {
            slips += a[i] == b[i] ? 0 : 1;
        }

        return slips;
    }
}
