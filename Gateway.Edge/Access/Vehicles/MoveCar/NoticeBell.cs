using Gateway.Edge.Hosting;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Wakes whoever sends notices.</summary>
internal sealed class NoticeBell : Bell;
