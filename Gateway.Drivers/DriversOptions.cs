using System.ComponentModel.DataAnnotations;

namespace Gateway.Drivers;

/// <summary>Where the drivers find what they need; section <c>Drivers</c>.</summary>
public sealed class DriversOptions
{
    /// <summary>The compound's hardware file. Default <c>hw-configs/demo.json</c>.</summary>
    [Required]
    public string HardwareFile { get; set; } = "hw-configs/demo.json";

    /// <summary>Camera passwords by name, mode 0600; null where no device names a secret. Default null.</summary>
    public string? SecretsFile { get; set; }

    /// <summary>Name or path of FFmpeg. Default <c>ffmpeg</c>.</summary>
    [Required]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>
    /// Where drivers keep what has to survive a restart, such as the charges that run, and cameras' rings of video and reference
    /// pictures; made when it is first needed. Default <c>/var/lib/edgegateway/drivers</c>.
    /// </summary>
    [Required]
    public string StateFolder { get; set; } = "/var/lib/edgegateway/drivers";

    /// <summary>Decides the jitter of reconnections; null for a different one at each start. Default null.</summary>
    public int? Seed { get; set; }

    /// <summary>Puts simulated buses in the place of all, whatever the hardware file says: nothing is touched. Default false.</summary>
    public bool Simulate { get; set; }

    /// <summary>What happens in the simulated part of the compound: a scenario file; null for nothing. Default null.</summary>
    public string? Scenario { get; set; }

    /// <summary>How many times faster than the wall clock the drivers' time runs, 1..1000; beyond 1 only for trials. Default 1.</summary>
    [Range(1, 1000)]
    public double ScenarioSpeed { get; set; } = 1;
}
