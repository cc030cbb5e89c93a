using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Access.Grants;

/// <summary>Temporary access (section <c>Grants</c>).</summary>
internal sealed class GrantOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Grants";

    /// <summary>Most grants kept, ended ones too. Default 10,000.</summary>
    [Range(1, 100_000)]
    public int MaximumGrants { get; set; } = 10_000;

    /// <summary>How often ends, overstays and devices that have not confirmed are looked after. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A door that opens again for the same worker at the same gate within this time is the same entry. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:15:00")]
    public TimeSpan SameEntry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>An unknown face at the gate within this time after a worker was let in is a second person on one pass. Default 8 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan CompanionTime { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>The same finding about the same grant at the same gate is not told again within this time. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RepeatFinding { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A worker who is still inside this long after window or grant is over overstays. Default 15 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan OverstayGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Days after which an ended grant is erased, with the worker who has no other. Default 90; 1 to 365.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 90;

    /// <summary>The same for visitors whom residents have invited. Default 7; 0 to 90.</summary>
    [Range(0, 90)]
    public int VisitorKeepDays { get; set; } = 7;

    /// <summary>Days before the end of a lease from which it is listed for a reminder. Default 14.</summary>
    [Range(1, 180)]
    public int LeaseReminderDays { get; set; } = 14;

    /// <summary>Largest photo in bytes. Default 8 MiB.</summary>
    [Range(10_000, 16 * 1024 * 1024)]
    public int MaximumPhotoBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Gates through which people only come in: device ids.</summary>
    public List<string> EntryGates { get; set; } = [];

    /// <summary>Gates through which people only go out: device ids. Only these tell that somebody has left.</summary>
    public List<string> ExitGates { get; set; } = [];

    /// <summary>Areas by name, each with the device ids of the gates that lead into it.</summary>
    public Dictionary<string, List<string>> Areas { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The compound's zone: <c>Console:TimeZone</c>, which says it once for the whole gateway.</summary>
    internal string TimeZone { get; set; } = "Asia/Shanghai";
}
