using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Console;

/// <summary>The gateway's own page (section <c>Console</c>).</summary>
internal sealed class ConsoleOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Console";

    /// <summary>IANA name of the zone in which the page shows times. Default <c>Asia/Shanghai</c>.</summary>
    [Required(ErrorMessage = "Console:TimeZone must name a zone such as Asia/Shanghai.")]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Console:TimeZone: there is no time zone '{TimeZone}'. Use an IANA name such as Asia/Shanghai.", [nameof(TimeZone)]);
        }
    }
}
