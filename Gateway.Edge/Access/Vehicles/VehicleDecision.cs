using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>A barrier's answer with its reason.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Reason">Why, in plain words, with the next step where the arm stays down. Holds no name and no phone number.</param>
/// <param name="Plate">The plate as read; null where it could not be.</param>
/// <param name="Vehicle">The registered vehicle, where there is one.</param>
/// <param name="Fuzzy">The plate was read with a slip, and still belongs to <paramref name="Vehicle"/> alone by the stated rule.</param>
internal sealed record VehicleDecision(VehicleOutcome Outcome, LocalizedText Reason, PlateNumber? Plate, Vehicle? Vehicle, bool Fuzzy)
{
    /// <summary>How sure the reader is of each character of <see cref="Plate"/>; empty where that is not known.</summary>
    public IReadOnlyList<PlateCharacter> Characters { get; init; } = [];

    /// <summary>True when the arm is to be raised.</summary>
    public bool Opens => Outcome is VehicleOutcome.OpenedResident or VehicleOutcome.OpenedVisitor or VehicleOutcome.OpenedWorker
        or VehicleOutcome.OpenedLeaving or VehicleOutcome.OpenedByGuard;
}
