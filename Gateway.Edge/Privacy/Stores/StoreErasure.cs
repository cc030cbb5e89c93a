using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>What became of one store's part of an erasure. Names nobody: it is kept as the receipt.</summary>
/// <param name="Erased">What was erased.</param>
/// <param name="Remains">What stays, how much of it; empty where nothing does.</param>
/// <param name="Why">Why it stays and until when; null where nothing does.</param>
/// <param name="Devices">What devices say.</param>
/// <param name="Waiting">Devices that have not confirmed yet; the store is asked again.</param>
internal sealed record StoreErasure(
    IReadOnlyList<StoreCount> Erased, IReadOnlyList<StoreCount> Remains, LocalizedText? Why, IReadOnlyList<DeviceWord> Devices, IReadOnlyList<string> Waiting)
{
    /// <summary>All is gone.</summary>
    public static StoreErasure Done(params IReadOnlyList<StoreCount> erased) => new(erased, [], null, [], []);
}
