namespace Gateway.Edge.Access.Residents;

/// <summary>Either the new resident or the reasons for refusal, never both.</summary>
/// <param name="Resident">The new resident; null when refused.</param>
/// <param name="Refusals">Every reason; empty when enrolled.</param>
internal sealed record EnrolmentOutcome(Resident? Resident, IReadOnlyList<EnrolmentRefusal> Refusals);
