namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What a notice's row holds about people: sealed on the disk. The owner's number stays with the vehicle.</summary>
/// <param name="Reason">Why, in the words of whoever asked.</param>
/// <param name="CallerPhone">The asking person's whole number.</param>
internal sealed record NoticeDetails(string? Reason, string? CallerPhone);
