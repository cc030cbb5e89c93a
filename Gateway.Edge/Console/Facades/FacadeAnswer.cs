using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Facades;

/// <summary>What the server says of a section that somebody draws; the page's script reads it.</summary>
/// <param name="Faults">What is wrong, field by field; empty for a section that may be saved.</param>
/// <param name="Floors">Where all floors of the picture are; empty with faults.</param>
/// <param name="Fill">Where they are by three lines or more, for filling in.</param>
/// <param name="Lines">How far each known floor is off, pixels downwards.</param>
/// <param name="Columns">Edges of the columns, each a way through the picture as x, y, x, y ...</param>
/// <param name="Fit">HTML of the card that tells how good the fit is; null with faults.</param>
internal sealed record FacadeAnswer(
    IReadOnlyList<FieldFault> Faults,
    IReadOnlyList<FloorLine> Floors,
    IReadOnlyList<FloorLine> Fill,
    IReadOnlyList<FloorLineOff> Lines,
    IReadOnlyList<double[]> Columns,
    string? Fit)
{
    /// <summary>Rows at which the edges of columns are told; between them they are straight enough.</summary>
    private const int Rows = 9;

    public static FacadeAnswer Of(FacadeDraft draft, FacadeFit? fit, string? card, Language language) => new(
        [.. draft.Faults.Select(fault => FieldFault.Of(fault, language))],
        fit?.Floors ?? [],
        draft.Fill,
        fit?.Lines ?? [],
        draft.Facade is { Columns: > 1 } facade ? [.. Enumerable.Range(1, facade.Columns - 1).Select(column => Edge(facade, column))] : [],
        card);

    private static double[] Edge(Facade facade, int column)
    {
        var (top, bottom) = (facade.Region.Corners.Min(corner => corner.Y), facade.Region.Corners.Max(corner => corner.Y));
        return [.. Enumerable.Range(0, Rows).SelectMany(row =>
        {
            var y = top + ((bottom - top) * row / (Rows - 1));
            var (left, right) = FacadeColumns.Edges(facade.Region, y);
            return new[] { left + ((right - left) * column / facade.Columns), y };
        })];
    }
}
