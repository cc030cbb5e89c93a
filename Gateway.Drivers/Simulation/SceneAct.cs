using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Simulation;

/// <summary>Something that happens before a simulated camera.</summary>
internal abstract record SceneAct
{
    /// <summary>Monotonic time at which it began.</summary>
    public TimeSpan Began { get; init; }

    /// <summary>It is over after so long.</summary>
    public abstract TimeSpan Lasts { get; }

    /// <summary>Something falls freely.</summary>
    /// <param name="From">Height that it starts from, metres.</param>
    /// <param name="X">Where, as a fraction of the picture's width.</param>
    public sealed record Falling(double From, double X) : SceneAct
    {
        /// <summary>Standard gravity (CGPM 1901), m/s².</summary>
        private const double Gravity = 9.80665;

        /// <inheritdoc/>
        public override TimeSpan Lasts => TimeSpan.FromSeconds(Math.Sqrt(2 * From / Gravity));

        /// <summary>Its height so long after it began, metres.</summary>
        public double HeightAfter(TimeSpan time) => From - (Gravity / 2 * time.TotalSeconds * time.TotalSeconds);
    }

    /// <summary>Somebody stands there.</summary>
    /// <param name="Picture">How they look.</param>
    /// <param name="Stays">For so long.</param>
    public sealed record Standing(BgrImage Picture, TimeSpan Stays) : SceneAct
    {
        /// <inheritdoc/>
        public override TimeSpan Lasts => Stays;
    }
}
