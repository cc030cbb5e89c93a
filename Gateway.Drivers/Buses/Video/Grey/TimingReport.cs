using System.Globalization;

namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>How evenly a camera's frames came.</summary>
/// <param name="Rate">Frames a second of the stream's own time, duplicates left out; 0 before two have come.</param>
/// <param name="Duplicates">Frames that were no later than the one before, or showed the very same picture.</param>
/// <param name="LongestGap">From one frame to the next.</param>
/// <param name="Uneven">Share of the steps that differ from the usual one by more than a quarter, 0..1.</param>
/// <param name="Over">The time that all this is measured over; a minute at most.</param>
internal readonly record struct TimingReport(double Rate, int Duplicates, TimeSpan LongestGap, double Uneven, TimeSpan Over)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var duplicates = Duplicates == 1 ? "duplicate" : "duplicates";
        var text = string.Create(CultureInfo.InvariantCulture, $"{Rate:0.0} fps, {Duplicates} {duplicates}, longest gap {LongestGap.TotalMilliseconds:0} ms");
        return Uneven < 0.01 ? text : text + string.Create(CultureInfo.InvariantCulture, $", {Uneven * 100:0} % of the steps uneven");
    }
}
