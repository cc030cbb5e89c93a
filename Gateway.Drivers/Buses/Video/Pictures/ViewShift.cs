namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>How a view lies against its reference.</summary>
/// <param name="X">To the right, in % of the picture's width.</param>
/// <param name="Y">Downwards, in % of the picture's height.</param>
/// <param name="Likeness">Correlation of the edges at that shift, -1..1.</param>
/// <param name="Unmoved">Correlation of the edges where nothing is shifted, -1..1.</param>
internal readonly record struct ViewShift(double X, double Y, double Likeness, double Unmoved)
{
    /// <summary>Length of the shift in % of the picture's sides.</summary>
    public double Percent => double.Hypot(X, Y);
}
