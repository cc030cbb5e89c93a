namespace Gateway.Cloud.Contract.Commands;

/// <summary>An order before it is signed.</summary>
/// <param name="Name">What is to be done.</param>
/// <param name="Id">UUID; the same each time the order is issued.</param>
/// <param name="By">Log-in name of the officer.</param>
/// <param name="Payload">The order's data as JSON.</param>
/// <param name="Issued">Now.</param>
/// <param name="Expires">At most <see cref="CommandEnvelope.LongestLife"/> later.</param>
public sealed record CommandOrder(string Name, string Id, string By, string Payload, DateTimeOffset Issued, DateTimeOffset Expires);
