using System.ComponentModel.DataAnnotations;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>Limits of the journal (section <c>Journal</c>).</summary>
internal sealed class JournalOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Journal";

    /// <summary>Appends that may wait for the disk; further ones wait for room. Default 4096.</summary>
    [Range(16, 65_536)]
    public int QueueCapacity { get; set; } = 4096;

    /// <summary>Most records that share one fsync. Default 512.</summary>
    [Range(1, 4096)]
    public int BatchLimit { get; set; } = 512;

    /// <summary>Largest data of one record in bytes. Default and most: 256 KiB, what the station takes.</summary>
    [Range(1024, EventLimits.DataBytes)]
    public int MaximumDataBytes { get; set; } = EventLimits.DataBytes;

    /// <summary>Largest size of the record file in MiB; appends fail beyond it until records are trimmed. Default 4096.</summary>
    [Range(1, 1024 * 1024)]
    public int MaximumMegabytes { get; set; } = 4096;

    /// <summary>How long records stay after the station has receipted them; sooner only above 80 % of <see cref="MaximumMegabytes"/>. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "3650.00:00:00")]
    public TimeSpan KeepReceipted { get; set; } = TimeSpan.FromDays(90);

    /// <summary>At start every page is checked up to this size in MiB, above it only the newest records. Default 512.</summary>
    [Range(0, 1024 * 1024)]
    public int CheckPagesUpToMegabytes { get; set; } = 512;

    /// <summary>Largest medium in bytes. Default and most: 16 MiB.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaximumMediaBytes { get; set; } = 16 * 1024 * 1024;
}
