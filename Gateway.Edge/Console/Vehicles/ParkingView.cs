using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Accounts;
using Gateway.Edge.Console.History;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Which parking reports an account may see.</summary>
internal static class ParkingView
{
    /// <summary>What nobody has resolved is the work of whoever is on duty; the rest is history, in which a guard sees nothing from before the role.</summary>
    public static bool Shows(AccountStanding? account, ParkingReport report) =>
        report.State != ParkingState.Resolved || HistoryView.Shows(account, report.ReportedAt);
}
