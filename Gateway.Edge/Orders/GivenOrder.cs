namespace Gateway.Edge.Orders;

/// <summary>What became of an order.</summary>
/// <param name="Answer">What the device said, or why it said nothing.</param>
/// <param name="Status">The same as an HTTP status; 200 where the device answered.</param>
/// <param name="Unrecorded">Why it could not be put on record; null where it is.</param>
internal sealed record GivenOrder(OrderAnswer Answer, int Status, string? Unrecorded);
