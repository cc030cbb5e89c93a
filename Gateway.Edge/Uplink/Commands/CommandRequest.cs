namespace Gateway.Edge.Uplink.Commands;

/// <summary>A command that passed every check.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Id">UUID of the order.</param>
/// <param name="By">Log-in name of the officer.</param>
/// <param name="Issued">When it was signed, by the station's clock.</param>
/// <param name="Payload">The order's data as JSON, of any content.</param>
internal sealed record CommandRequest(string Name, string Id, string By, DateTimeOffset Issued, string Payload);
