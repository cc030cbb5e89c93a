namespace Gateway.Cloud.Contract.Events;

/// <summary>Tells the codes of <see cref="DeviceHealthData"/> apart: most are states, some only say what happened at a device.</summary>
public static class HealthCode
{
    private static readonly string[] s_happenings = ["door-", "exit-", "fire-release-", "credential-", "ticket-", "patrol-"];

    /// <summary>True for a code that says what happened and leaves the device's state as it was.</summary>
    public static bool IsHappening(string code) => Array.Exists(s_happenings, prefix => code.StartsWith(prefix, StringComparison.Ordinal));
}
