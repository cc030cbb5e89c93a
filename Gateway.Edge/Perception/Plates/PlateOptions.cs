using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Perception.Plates;

/// <summary>
/// Configuration section <c>Plates</c>: how plates are looked for and what counts as read. Defaults are measured; the figures are in
/// docs/perception-plates.md.
/// </summary>
internal sealed class PlateOptions
{
    public const string Section = "Plates";

    /// <summary>Longest side in pixels that the text detector sees at the first try, 320..1280. Default 640.</summary>
    [Range(320, 1280)]
    public int SearchSide { get; set; } = 640;

    /// <summary>Longest side at the second try, when the first one read no certain plate, 320..1920. Default 960.</summary>
    [Range(320, 1920)]
    public int SecondSearchSide { get; set; } = 960;

    /// <summary>How well pixels must fit a number to be taken for a plate at all, 0..1. Default 0.3: other texts stay below 0.16.</summary>
    [Range(0.0, 1.0)]
    public float LeastFit { get; set; } = 0.3f;

    /// <summary>Fit below which a plate is looked at a second time, differently cut, 0..1. Default 0.93.</summary>
    [Range(0.0, 1.0)]
    public float SureFit { get; set; } = 0.93f;

    /// <summary>Share of the probability below which a plate is looked at a second time, 0..1. Default 0.97.</summary>
    [Range(0.0, 1.0)]
    public float SureShare { get; set; } = 0.97f;

    /// <summary>Places read in one picture at most, 1..64: a shop front has many lines of text. Default 10.</summary>
    [Range(1, 64)]
    public int MostPlaces { get; set; } = 10;
}
