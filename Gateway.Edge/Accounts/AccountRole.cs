using System.Text.Json.Serialization;

namespace Gateway.Edge.Accounts;

/// <summary>What an account is for. Which pages that opens stands in <see cref="Permissions.RouteRules"/> alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountRole>))]
public enum AccountRole
{
    /// <summary>Everything, and the accounts of the others.</summary>
    Administrator,

    /// <summary>Residents, vehicles, alerts and reports.</summary>
    PropertyManager,

    /// <summary>What happens now, barriers, alerts; history from the day of the role on.</summary>
    Guard,

    /// <summary>History and audit records; changes nothing.</summary>
    Auditor,

    /// <summary>Devices and their calibration.</summary>
    Installer,
}
