using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Limits and times of vehicles in the compound (section <c>Vehicles</c>).</summary>
internal sealed class VehicleOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Vehicles";

    /// <summary>Most vehicles in the registry, deny list included. Default 20,000.</summary>
    [Range(1, 100_000)]
    public int MaximumVehicles { get; set; } = 20_000;

    /// <summary>Places in the compound; null where nobody counts them. Default null. Residents are let in all the same.</summary>
    [Range(1, 100_000)]
    public int? Capacity { get; set; }

    /// <summary>Places for vehicles that are no resident's; null where nobody counts them. Default null.</summary>
    [Range(1, 100_000)]
    public int? VisitorCapacity { get; set; }

    /// <summary>Minutes that a vehicle which is no resident's may stay for nothing; null for any. Default null.</summary>
    [Range(1, 525_600)]
    public int? FreeMinutes { get; set; }

    /// <summary>Whether a vehicle that has overstayed waits at the exit until the guard has settled it. Default true. A resident's never waits.</summary>
    public bool SettleAtExit { get; set; } = true;

    /// <summary>Time to leave once an overstay is settled. Default 30 min.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often stays are looked over for such as are too long. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Days after which a visitor's or worker's vehicle whose window is over is erased, and a denial that is over. Default 30.</summary>
    [Range(1, 365)]
    public int VisitorDays { get; set; } = 30;

    /// <summary>Days after which a stay that is over is erased. Default 30.</summary>
    [Range(1, 365)]
    public int StayDays { get; set; } = 30;

    /// <summary>Days after which move-car notices are erased. Default 7.</summary>
    [Range(1, 90)]
    public int NoticeDays { get; set; } = 7;

    /// <summary>Days after which resolved parking reports are erased. Default 90.</summary>
    [Range(1, 365)]
    public int ReportDays { get; set; } = 90;

    /// <summary>Hours after which a stay of a vehicle without a readable number is taken for over. Default 24.</summary>
    [Range(1, 720)]
    public int NamelessHours { get; set; } = 24;

    /// <summary>
    /// Days without a sign of a vehicle after which its stay is taken for over. Default 14. Paid time, a settled overstay and an open window are
    /// signs; a registered resident's stay without an end of its own lasts until it is seen leaving.
    /// </summary>
    [Range(1, 365)]
    public int UnseenDays { get; set; } = 14;

    /// <summary>The property's message service.</summary>
    public MoveCarOptions MoveCar { get; set; } = new();

    /// <summary>The compound's zone: <c>Console:TimeZone</c>, which says it once for the whole gateway.</summary>
    internal string TimeZone { get; set; } = "Asia/Shanghai";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, message) in MoveCar.Faults())
        {
            yield return new(message, [$"{nameof(MoveCar)}:{name}"]);
        }
    }
}
