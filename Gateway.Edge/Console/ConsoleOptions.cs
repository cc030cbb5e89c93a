using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Gateway.Edge.Console;

/// <summary>The gateway's own page (section <c>Console</c>).</summary>
internal sealed class ConsoleOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Console";

    /// <summary>IANA name of the zone in which the page shows times. Default <c>Asia/Shanghai</c>.</summary>
    [Required(ErrorMessage = "Console:TimeZone must name a zone such as Asia/Shanghai.")]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>
    /// Addresses of reverse proxies before the pages, at most 8: whom these forward for is who asks, for limits and records. Default none, and
    /// then what a request says of whom it was forwarded for is not believed.
    /// </summary>
    [MaxLength(8)]
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new($"Console:TimeZone: there is no time zone '{TimeZone}'. Use an IANA name such as Asia/Shanghai.", [nameof(TimeZone)]);
        }

        foreach (var proxy in TrustedProxies.Where(static proxy => !IPAddress.TryParse(proxy, out _)))
        {
            yield return new($"Console:TrustedProxies: '{proxy}' is no IP address; write one such as 192.168.1.2.", [nameof(TrustedProxies)]);
        }
    }
}
