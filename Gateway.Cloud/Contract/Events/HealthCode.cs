using System.Collections.Frozen;

namespace Gateway.Cloud.Contract.Events;

/// <summary>Tells the codes of <see cref="DeviceHealthData"/> apart: most are states, some only say what happened at a device.</summary>
public static class HealthCode
{
    /// <summary>The device has been taken out of the gateway's hardware file: its state, told as Offline, is the last word about it.</summary>
    public const string Removed = "removed";

    // Every code of this family is about one card, code or number that was tried at a device.
    private const string Credential = "credential-";

    private static readonly FrozenSet<string> s_happenings = FrozenSet.Create(
        StringComparer.Ordinal,
        "door-opened",
        "door-held-open",
        "door-forced-open",
        "door-not-used",
        "exit-pressed",
        "fire-release-ended",
        "ticket-opened",
        "ticket-closed",
        "patrol-report");

    /// <summary>True for a code that says what happened and leaves the device's state as it was.</summary>
    public static bool IsHappening(string code) => s_happenings.Contains(code) || code.StartsWith(Credential, StringComparison.Ordinal);
}
