using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>A phone number shown to the guard, once per notice and person.</summary>
/// <param name="Phone">The whole number; null when it is not shown.</param>
/// <param name="Words">What to do with it, or why it is not shown and what to do instead.</param>
internal sealed record PhoneReveal(string? Phone, LocalizedText Words);
