using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Edge.Console.Grants;

/// <summary>A gate that a grant may name.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Reads">What its reader reads; null where it has none.</param>
public sealed record GateChoice(string Id, LocalizedText Name, CredentialKind? Reads);
