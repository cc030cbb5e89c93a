namespace Gateway.Drivers.Devices.Patrols;

/// <summary>One device or bus in a patrol's report.</summary>
/// <param name="Device">Device id; a bus's begins with <c>bus.</c>.</param>
/// <param name="Kind">Kind as in the hardware file.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsBus">True for a bus.</param>
/// <param name="State">Its state when the patrol came.</param>
/// <param name="Reason">The state's cause.</param>
/// <param name="Complete">True when every check came to its end: what was not found is then not there.</param>
/// <param name="Findings">What was found; empty when all is well.</param>
public sealed record PatrolEntry(
    string Device, string Kind, Wording Name, bool IsBus, DeviceState State, Wording Reason, bool Complete, IReadOnlyList<PatrolFinding> Findings);
