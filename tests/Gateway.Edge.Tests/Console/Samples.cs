using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Console;

/// <summary>Records as the gates make them.</summary>
internal static class Samples
{
    private static readonly LocalizedText s_gate = new("东门", "East gate");

    public static JournalEntry Passage(PassageOutcome outcome, string? name = null) => JournalEntry.Of(
        EventKind.Passage,
        EventPriority.Info,
        "gate-east",
        new PassageData("gate-east", s_gate, outcome, Reason(outcome, name ?? "王*"), "face", Person: null, outcome is PassageOutcome.Stranger or PassageOutcome.Refused ? null : name ?? "王*", Score: 0.7, DecisionMilliseconds: 310));

    public static JournalEntry Stranger(int sightings) => JournalEntry.Of(
        EventKind.Stranger,
        EventPriority.High,
        "gate-east",
        new StrangerData("s1", "gate-east", s_gate, sightings, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, PassageWords.NotRegistered, Portrait: null));

    private static LocalizedText Reason(PassageOutcome outcome, string name) => outcome switch
    {
        PassageOutcome.OpenedResident => PassageWords.Welcome(name),
        PassageOutcome.OpenedTemporaryWorker => new LocalizedText($"请进，{name}", $"Please come in, {name}"),
        PassageOutcome.Refused => PassageWords.NotLive,
        _ => PassageWords.NotRegistered,
    };
}
