using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.History;

/// <summary>One record of a vehicle at a barrier.</summary>
/// <param name="Sequence">Its journal sequence.</param>
/// <param name="At">When.</param>
/// <param name="Barrier">Where.</param>
/// <param name="Plate">Its plate; null where it could not be read.</param>
/// <param name="Direction">Which way; null where nobody can tell.</param>
/// <param name="Tone">The outcome's colour.</param>
/// <param name="Icon">The outcome's icon.</param>
/// <param name="Outcome">How it ended, in a word.</param>
/// <param name="Reason">The journal's sentence.</param>
/// <param name="By">Who let it in by hand; null for nobody.</param>
/// <param name="HasPicture">A picture was kept.</param>
public sealed record HistoryLine(
    long Sequence,
    DateTimeOffset At,
    LocalizedText Barrier,
    PlateView? Plate,
    LocalizedText? Direction,
    Tone Tone,
    string Icon,
    LocalizedText Outcome,
    LocalizedText Reason,
    string? By,
    bool HasPicture);
