namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>Things that happen again and again, each time differently: which one a time belongs to. Immutable.</summary>
/// <param name="period">From one to the next, seconds.</param>
/// <param name="seed">Decides what each is like.</param>
internal readonly struct Happenings(double period, int seed)
{
    private readonly double _phase = period * Scatter.Unit(seed, 77);

    public double Period { get; } = period;

    /// <summary>The number of the happening at a time, and the seconds since it began, 0..period.</summary>
    public (int Number, double Since) At(double seconds)
    {
        var number = (int)Math.Floor((seconds + _phase) / Period);
        return (number, seconds + _phase - (number * Period));
    }

    /// <summary>A property of one happening, uniform.</summary>
    public double Draw(int number, int property, double low, double high) => Scatter.Between(low, high, number, seed, property);

    public bool Chance(int number, int property, double share) => Scatter.Unit(number, seed, property) < share;
}
