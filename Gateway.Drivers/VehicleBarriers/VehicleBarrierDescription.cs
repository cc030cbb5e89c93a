using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>A vehicle barrier of the hardware file. Absent wires are null.</summary>
/// <param name="Head">What every device has.</param>
/// <param name="Camera">The plate camera.</param>
/// <param name="Up">The relay that raises.</param>
/// <param name="Down">The relay that lowers.</param>
/// <param name="Stop">The relay that stops.</param>
/// <param name="IsUp">Limit switch at the top.</param>
/// <param name="IsDown">Limit switch at the bottom.</param>
/// <param name="Loops">Vehicle loops.</param>
/// <param name="Beam">Safety beam.</param>
/// <param name="Fire">Fire contact.</param>
/// <param name="Settings">Times and kind of wiring.</param>
public sealed record VehicleBarrierDescription(
    DeviceHead Head,
    CameraDescription? Camera,
    Wire Up,
    Wire Down,
    Wire? Stop,
    Wire? IsUp,
    Wire? IsDown,
    IReadOnlyList<Wire> Loops,
    Wire? Beam,
    Wire? Fire,
    BarrierSettings Settings) : DeviceDescription(Head)
{
    /// <summary>The lane that it closes; null where nothing is decided by number plate.</summary>
    public VehicleLane? Lane { get; init; }

    /// <summary>The loop before the arm.</summary>
    public Wire? Approach { get; init; }

    /// <inheritdoc/>
    public override string Summary =>
        $"up {Up}, down {Down}, loops {(Loops.Count == 0 ? "none" : string.Join(" ", Loops))}, beam {Beam?.ToString() ?? "none"}, fire {Fire?.ToString() ?? "none"}"
        + (Camera is null ? "" : $", {Camera.Settings.Url}")
        + (Lane is null ? "" : $", lane {Lane.Direction.ToString().ToLowerInvariant()}");

    /// <inheritdoc/>
    public override IEnumerable<string> Secrets => Camera?.Secret is { } secret ? [secret] : [];

    /// <summary>Every wire.</summary>
    internal IEnumerable<Wire> Wires => new[] { Up, Down, Stop, IsUp, IsDown, Beam, Fire, Approach }.OfType<Wire>().Concat(Loops);
}
