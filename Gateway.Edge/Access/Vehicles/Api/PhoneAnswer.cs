namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>A whole phone number; the look is on record.</summary>
internal sealed record PhoneAnswer(string Phone);
