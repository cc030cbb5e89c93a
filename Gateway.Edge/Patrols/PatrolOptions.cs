using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Patrols;

/// <summary>When patrols go round, and when a fault becomes a repair ticket (section <c>Patrol</c>).</summary>
internal sealed class PatrolOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Patrol";

    /// <summary>The word for no scheduled patrol.</summary>
    public const string Never = "none";

    /// <summary>Times of day in the compound's zone, 24 h, separated by commas; <c>none</c> for no scheduled patrol. Default <c>03:30,15:30</c>.</summary>
    [Required]
    public string Times { get; set; } = "03:30,15:30";

    /// <summary>How long one device's check may take. Default 20 s, 1 s to 5 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan CheckTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Checks that begin side by side. Default 4, 1 to 32.</summary>
    [Range(1, 32)]
    public int AtOnce { get; set; } = 4;

    /// <summary>A device that has not worked, or not fully, for this long gets a ticket without a patrol. Default 5 min, 10 s to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan RepairAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>This many drops within <see cref="FlapWindow"/> are a fault of their own. Default 5, 2 to 1,000.</summary>
    [Range(2, 1_000)]
    public int FlapCount { get; set; } = 5;

    /// <summary>The window in which drops are counted. Default 1 h, 1 min to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan FlapWindow { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The compound's zone: <c>Console:TimeZone</c>, which says it once for the whole gateway.</summary>
    internal string TimeZone { get; set; } = "Asia/Shanghai";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!PatrolSchedule.TryParse(Times, out _))
        {
            yield return new(
                $"Patrol:Times: '{Times}' holds something that is not a time of day. Write times such as 03:30,15:30, or none.", [nameof(Times)]);
        }
    }
}
