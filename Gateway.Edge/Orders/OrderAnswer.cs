using Gateway.Cloud.Contract;

namespace Gateway.Edge.Orders;

/// <summary>What a device answered to an order.</summary>
/// <param name="Done">Whether it did what it was told; it may still refuse without being faulty.</param>
/// <param name="Code">Stable meaning of the answer.</param>
/// <param name="Words">The same in words.</param>
internal sealed record OrderAnswer(bool Done, string Code, LocalizedText Words);
