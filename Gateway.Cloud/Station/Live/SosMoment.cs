using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Live;

/// <summary>One step of a press, for its timeline.</summary>
/// <param name="Phase">What happened.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="Time">When, by the gateway's clock.</param>
/// <param name="Sequence">Its place in the journal.</param>
public sealed record SosMoment(SosPhase Phase, LocalizedText Reason, DateTimeOffset Time, long Sequence);
