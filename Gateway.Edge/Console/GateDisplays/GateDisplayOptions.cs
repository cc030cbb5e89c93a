using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>The displays at the gates (section <c>GateDisplay</c>).</summary>
internal sealed class GateDisplayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "GateDisplay";

    /// <summary>The property office's number as people dial it; none by default.</summary>
    [RegularExpression(@"^\+?[0-9][0-9 \-]{1,22}[0-9]$", ErrorMessage = "GateDisplay:Phone must be a telephone number of digits, spaces and hyphens, such as 8888-0000.")]
    public string? Phone { get; set; }

    /// <summary>Whether displays also speak what they show, with the voice of their browser. Off by default.</summary>
    public bool Voice { get; set; }
}
