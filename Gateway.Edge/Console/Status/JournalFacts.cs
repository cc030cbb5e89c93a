using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Status;

/// <summary>The journal in words.</summary>
internal static class JournalFacts
{
    public static IReadOnlyList<Fact> Of(long lastSequence, JournalStatus status, long passages, long observations) =>
    [
        status switch
        {
            { Available: false } => new(StatusTexts.Recording, StatusTexts.RecordingStopped, Tone.Emergency, Icon: "warning"),
            { Damage: not null } => new(StatusTexts.Recording, StatusTexts.RecordingAfterDamage, Tone.Normal, Icon: "warning"),
            _ => new(StatusTexts.Recording, StatusTexts.RecordingGood, Tone.Good, Icon: "check"),
        },
        new(StatusTexts.LastSequence, StatusTexts.Number(lastSequence)),
        Lost(StatusTexts.PassagesUnrecorded, passages),
        Lost(StatusTexts.ObservationsUnrecorded, observations),
    ];

    private static Fact Lost(LocalizedText name, long count) => count == 0
        ? new(name, StatusTexts.None)
        : new(name, StatusTexts.Records(count), Tone.Emergency, Icon: "warning");
}
