using Gateway.Cloud.Contract;

namespace Gateway.Edge.Journal;

/// <summary>How the journal stands, for health pages.</summary>
/// <param name="Available">False while the last attempt to write failed.</param>
/// <param name="FailedAppends">Appends refused since the start because they could not be made durable.</param>
/// <param name="Reason">Why it is not available; null when it is.</param>
/// <param name="Damage">What was found damaged at start; null when nothing was.</param>
internal sealed record JournalStatus(bool Available, long FailedAppends, LocalizedText? Reason, JournalDamage? Damage);
