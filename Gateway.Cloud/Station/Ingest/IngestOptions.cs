using System.ComponentModel.DataAnnotations;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Section <c>Ingest</c> of station.json: limits on what comes from the broker.</summary>
public sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Most messages in one transaction. Default 500.</summary>
    [Range(1, 5000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>Longest wait for a batch to fill, in milliseconds. Default 10.</summary>
    [Range(0, 1000)]
    public int BatchMilliseconds { get; set; } = 10;

    /// <summary>Largest event in bytes. Default 327,680, what a gateway's journal may make of its largest record.</summary>
    [Range(EventLimits.EventBytes, 16 * 1024 * 1024)]
    public int MaxEventBytes { get; set; } = EventLimits.EventBytes;

    /// <summary>Largest medium in bytes. Default 16 MiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxMediumBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Most bytes of unfinished media held in memory. Default 64 MiB.</summary>
    [Range(1024, 1024 * 1024 * 1024)]
    public int MaxUnfinishedMediaBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Rows kept in the quarantine; the oldest go first. Default 10,000.</summary>
    [Range(1, 10_000_000)]
    public int QuarantineRows { get; set; } = 10_000;

    /// <summary>How long a gap or a medium may stay missing before the station asks for it again, in seconds. Default 3.</summary>
    [Range(1, 3600)]
    public int AskAgainSeconds { get; set; } = 3;
}
