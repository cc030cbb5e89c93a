namespace Gateway.Edge.Digest.Reading;

/// <summary>What records are told apart by. Names nobody; there are some hundreds of these, however many records there are.</summary>
/// <param name="Kind">One of <see cref="Gateway.Cloud.Contract.Events.EventKind"/>.</param>
/// <param name="Device">Device id; <c>gateway</c> for what concerns no device.</param>
/// <param name="Code">What happened: an outcome, a phase, a code or the name of a deed; empty where the record names none.</param>
/// <param name="Method">More of the same: the way of a passage, the outcome for a vehicle, the state of a device, <c>test</c> for a drill; else empty.</param>
/// <param name="Tag">Code of a worker's tag; else empty.</param>
internal sealed record EventSort(string Kind, string Device, string Code = "", string Method = "", string Tag = "");
