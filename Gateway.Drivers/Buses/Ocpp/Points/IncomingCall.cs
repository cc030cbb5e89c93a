using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>A call of a charger, as it is being answered.</summary>
/// <param name="Action">Its name.</param>
/// <param name="Fields">Its payload.</param>
/// <param name="HeardAt">When it came.</param>
/// <param name="ConnectedAt">When the connection began on which it came.</param>
internal sealed record IncomingCall(string Action, OcppFields Fields, DateTimeOffset HeardAt, DateTimeOffset ConnectedAt)
{
    /// <summary>How much a charger's clock may be behind without everything that it says looking late.</summary>
    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(30);

    /// <summary>Whether this happened while the charger was cut off.</summary>
    public bool IsLate(DateTimeOffset at) => at < ConnectedAt - s_slack;
}
