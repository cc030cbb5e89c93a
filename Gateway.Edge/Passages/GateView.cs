using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Passages;

/// <summary>One gate as it stands now.</summary>
/// <param name="Gate">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Phase">What it shows.</param>
/// <param name="Decision">The answer on show; null while idle.</param>
internal sealed record GateView(DeviceId Gate, LocalizedText Name, GatePhase Phase, PassageDecision? Decision);
