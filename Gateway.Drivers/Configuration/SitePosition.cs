namespace Gateway.Drivers.Configuration;

/// <summary>A place on the compound's own plan: metres east and north of a corner that the file chooses.</summary>
/// <param name="X">Metres east, -5000..5000.</param>
/// <param name="Y">Metres north, -5000..5000.</param>
public readonly record struct SitePosition(double X, double Y)
{
    /// <summary>Metres between two places.</summary>
    public double DistanceTo(SitePosition other) => double.Hypot(X - other.X, Y - other.Y);
}
