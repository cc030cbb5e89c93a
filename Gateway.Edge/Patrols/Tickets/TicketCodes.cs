using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>Codes that follow a device's state by themselves; all others are a patrol's to open and close.</summary>
internal static class TicketCodes
{
    /// <summary>True for a code that closes by the device's state.</summary>
    public static bool FollowsState(string code) => code is HealthFindings.NotWorking or HealthFindings.PartlyWorking or HealthFindings.Flapping;
}
