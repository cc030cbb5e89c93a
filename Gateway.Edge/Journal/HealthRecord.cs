using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>Entries in which the journal tells of itself.</summary>
internal static class HealthRecord
{
    /// <summary>A change in the gateway's own health.</summary>
    public static JournalEntry Of(string code, string state, LocalizedText reason, IReadOnlyDictionary<string, string> details) => JournalEntry.Of(
        EventKind.DeviceHealth,
        EventPriority.High,
        "gateway",
        new DeviceHealthData("gateway", "gateway", state, code, reason, details));
}
