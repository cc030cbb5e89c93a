using Gateway.Cloud.Contract;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Facades;

/// <summary>How far the floors of a calibration can be trusted.</summary>
/// <param name="Tone">Its colour.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Words">The same in words, with what to do.</param>
public sealed record FacadeVerdict(Tone Tone, string Icon, LocalizedText Words)
{
    /// <summary>Two standard deviations within half a floor: what begins in the middle of a storey is told right.</summary>
    private const double Exact = 0.25;

    /// <summary>Two standard deviations within one floor.</summary>
    private const double Near = 0.5;

    /// <summary>By the place at which the floors are the least sure.</summary>
    public static FacadeVerdict Of(FacadeFit fit) => fit.Places.Max(place => place.Floors) switch
    {
        <= Exact => new(Tone.Good, "check", FacadeTexts.FloorsExact),
        <= Near => new(Tone.Normal, "warning", FacadeTexts.FloorsNear),
        _ => new(Tone.High, "warning", FacadeTexts.FloorsUnsure),
    };
}
