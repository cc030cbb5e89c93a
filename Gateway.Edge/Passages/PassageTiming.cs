namespace Gateway.Edge.Passages;

/// <summary>How long the gates take by one method.</summary>
/// <param name="Method"><c>face</c>, <c>card</c>, <c>qr</c> or <c>pin</c>.</param>
/// <param name="Count">Passages that were measured.</param>
/// <param name="MedianMilliseconds">Half of them were not slower; null without any.</param>
/// <param name="SlowMilliseconds">19 of 20 were not slower; null without any.</param>
public sealed record PassageTiming(string Method, int Count, double? MedianMilliseconds, double? SlowMilliseconds);
