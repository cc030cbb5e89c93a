using Gateway.Cloud.Contract;

namespace Gateway.Cloud.Station.Live;

/// <summary>One thing of an alert of falling objects.</summary>
/// <param name="Reason">What happened, in words.</param>
/// <param name="BeganAt">When it was first seen falling, by the gateway's clock.</param>
/// <param name="Sequence">Place of its alert in the journal.</param>
/// <param name="Evidence">What became of its evidence, in words; null while that has not come.</param>
public sealed record FallenThing(LocalizedText Reason, DateTimeOffset BeganAt, long Sequence, LocalizedText? Evidence);
