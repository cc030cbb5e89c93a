using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>What an observation of a charging point means on record.</summary>
/// <param name="Code">Stable meaning.</param>
/// <param name="Priority">How urgent it is; from High on it is an alarm.</param>
/// <param name="Words">In words.</param>
/// <param name="Outlet">The outlet; null for the whole shed.</param>
/// <param name="Meter">What its meter showed; null where that says nothing.</param>
internal sealed record ChargingNews(string Code, EventPriority Priority, LocalizedText Words, string? Outlet = null, MeterReading? Meter = null)
{
    /// <summary>Told at most once a minute for each outlet, unless the outlet's state has changed.</summary>
    public bool Sparing { get; init; }

    /// <summary>Whether it is a fire.</summary>
    public bool Fire { get; init; }

    /// <summary>The limit that was passed, °C.</summary>
    public double? Limit { get; init; }

    /// <summary>Whether it belongs to a happening.</summary>
    public bool IsAlarm => Priority <= EventPriority.High;
}
