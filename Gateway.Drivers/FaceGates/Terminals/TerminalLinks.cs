using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>What is said to a terminal, by subject.</summary>
internal sealed record TerminalLinks(IsapiClient Client, IsapiClock Clock, IsapiListener? Listener, IsapiDoor Door, IsapiEventLog Log, RemoteChecks Checks);
