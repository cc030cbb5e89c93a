using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Facades;

/// <summary>A test throw as the page shows it.</summary>
/// <param name="Device">The camera's id.</param>
/// <param name="Number">Which throw.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Width">Pixels in a row of the analysed picture.</param>
/// <param name="Height">Rows of the analysed picture.</param>
/// <param name="Track">Where it was seen, one point a frame.</param>
/// <param name="Curve">The fitted curve as a list of points for SVG; empty where there is none.</param>
/// <param name="Title">Which floor was found, in words.</param>
/// <param name="Facts">What was measured.</param>
/// <param name="Reasons">What the decision rests on.</param>
/// <param name="From">The floor that somebody says they threw from; null until then.</param>
/// <param name="Verdict">Whether it agrees; null until a floor was told.</param>
public sealed record ThrowLine(
    string Device,
    long Number,
    DateTimeOffset At,
    int Width,
    int Height,
    IReadOnlyList<(double X, double Y)> Track,
    string Curve,
    LocalizedText Title,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<LocalizedText> Reasons,
    int? From,
    FacadeVerdict? Verdict);
