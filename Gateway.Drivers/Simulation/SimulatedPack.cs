namespace Gateway.Drivers.Simulation;

/// <summary>
/// An e-bike's battery on its charger: constant power up to four fifths, then a linear taper, then nothing. Not thread-safe.
/// </summary>
/// <param name="wattHours">What it holds when full. Typical: 48 V, 20 Ah: 960.</param>
/// <param name="watts">What its charger draws before the taper. Typical: 180.</param>
/// <param name="share">How full it is, 0 to 1.</param>
internal sealed class SimulatedPack(double wattHours = 960, double watts = 180, double share = 0.2)
{
    private const double TaperFrom = 0.8;
    private const double TrickleShare = 0.05;
    private const double Full = 0.999;

    /// <summary>How full it is, 0 to 1.</summary>
    public double Share { get; private set; } = share;

    /// <summary>What it draws just now.</summary>
    public double Watts => Share >= Full ? 0 : watts * Math.Clamp((1 - Share) / (1 - TaperFrom), TrickleShare, 1);

    /// <summary>Charges for a while, short against the whole; returns the watt-hours taken.</summary>
    public double Charge(TimeSpan time)
    {
        var taken = Math.Min(Watts * time.TotalHours, (1 - Share) * wattHours);
        Share += taken / wattHours;
        return taken;
    }
}
