using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Codes that follow a device's state by themselves; all others are a patrol's to open and close.</summary>
internal static class TicketCodes
{
    /// <summary>Patrols in a row that must not find a fault before its ticket closes by itself.</summary>
    public const int SoundPatrolsToClose = 2;

    // Drops are counted over an hour: those before the repair must have left that window.
    private static readonly TimeSpan s_flapping = TimeSpan.FromMinutes(65);

    /// <summary>A device needs some minutes until it is back from a repair.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMinutes(10);

    /// <summary>True for a code that closes by the device's state.</summary>
    public static bool FollowsState(string code) => code is HealthFindings.NotWorking or HealthFindings.PartlyWorking or HealthFindings.Flapping;

    /// <summary>For so long a device's state is not held against somebody who says that it is mended.</summary>
    public static TimeSpan GraceAfterDone(string code) => code == HealthFindings.Flapping ? s_flapping : s_grace;
}
