using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Passages;

/// <summary>One gate as it stands now.</summary>
/// <param name="Gate">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Phase">What it shows.</param>
/// <param name="Decision">The answer on show; null while idle.</param>
internal sealed record GateView(DeviceId Gate, LocalizedText Name, GatePhase Phase, PassageDecision? Decision)
{
    /// <summary>Since when the answer stands there, as a timestamp of the board's clock; set by <see cref="GateBoard"/>.</summary>
    public long Since { get; init; }
}
