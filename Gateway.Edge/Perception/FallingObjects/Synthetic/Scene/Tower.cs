using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>A residential tower: storeys and columns of one width, and what its wall is like. Immutable.</summary>
/// <param name="Building">Floors and their height.</param>
/// <param name="Left">Its left edge along the facade, metres.</param>
/// <param name="BayWidth">Of one column, metres.</param>
/// <param name="Bays">What each column is, from the left.</param>
/// <param name="Wall">Level of the wall in plain light.</param>
/// <param name="Brick">Whether the wall shows courses of brick rather than plaster.</param>
/// <param name="Sky">Level of the sky.</param>
/// <param name="Seed">Decides what each window is like.</param>
internal sealed record Tower(
    Building Building, double Left, double BayWidth, IReadOnlyList<BayKind> Bays, double Wall, bool Brick, double Sky, int Seed)
{
    /// <summary>How far balconies stand out, metres.</summary>
    public const double BalconyDepth = 0.5;

    /// <summary>Of the wall around the roof, metres.</summary>
    public const double Parapet = 0.9;

    /// <summary>Lower and upper edge of a window above its storey's floor, metres.</summary>
    public const double SillHeight = 0.9;

    /// <summary>Upper edge of a window above its storey's floor, metres.</summary>
    public const double LintelHeight = 2.35;

    /// <summary>Share of a column left of a window.</summary>
    public const double WindowMargin = 0.22;

    public double Right => Left + (BayWidth * Bays.Count);

    /// <summary>The column that a place along the facade belongs to, 0-based.</summary>
    public int BayAt(double x) => (int)Math.Floor((x - Left) / BayWidth);

    /// <summary>Whether a place is of glass from the ground to the roof.</summary>
    public bool IsGlass(double x, double y) =>
        BayAt(x) is var bay && bay >= 0 && bay < Bays.Count && Bays[bay] == BayKind.Glass && y > Building.FloorHeight && y < Building.Height;

    /// <summary>The corners of a storey's window along the facade, metres.</summary>
    public (double Left, double Bottom, double Right, double Top) Window(int bay, int storey)
    {
        var (left, floor) = (Left + (bay * BayWidth), storey * Building.FloorHeight);
        return (left + (WindowMargin * BayWidth), floor + SillHeight, left + ((1 - WindowMargin) * BayWidth), floor + LintelHeight);
    }
}
