using System.ComponentModel.DataAnnotations;

namespace Gateway.Cloud.Station.Outbox;

/// <summary>Section <c>Commands</c> of station.json: what the station orders its gateways to do.</summary>
public sealed class OutboxOptions
{
    public const string Section = "Commands";

    /// <summary>
    /// How long one message counts, in seconds; without an answer by then the order is signed and sent anew. Longer than the clocks of station
    /// and gateways may differ. Default 20.
    /// </summary>
    [Range(1, 60)]
    public int LifeSeconds { get; set; } = 20;
}
