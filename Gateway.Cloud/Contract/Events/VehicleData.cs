namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// Data of a <see cref="EventKind.Vehicle"/> event, and of the <see cref="EventKind.Fire"/> event that a barrier's fire input raises: a
/// vehicle barrier did something, or decided on a vehicle; the members from
/// <see cref="Visit"/> on are about that vehicle and null where there is none. Has every member of <see cref="AlertData"/>: one that bears an
/// <see cref="Incident"/> and is of High priority is an alert. A picture is the event's own medium and comes only with
/// what somebody must look at: a vehicle on the deny list, one that cannot be read, waits for long or follows another.
/// </summary>
/// <param name="Device">Device id of the barrier.</param>
/// <param name="DeviceName">The barrier's name in both languages; null where it is no longer known.</param>
/// <param name="Code">Stable name of what happened, such as <c>vehicle-passed</c> or <c>vehicle-tailgated</c>.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="Position">Where the arm was: Unknown, Down, Raising, Up, Lowering or Stopped.</param>
/// <param name="Mode">Automatic, Manual, HeldUp or FireOverride.</param>
/// <param name="At">When, by the gateway's wall clock.</param>
/// <param name="OrderedBy">Who gave the order that led to it, without personal data; null for what the barrier did by itself.</param>
/// <param name="OrderReason">Why it was ordered, in words; null as before.</param>
/// <param name="Visit">UUID that all events of one vehicle's coming to the arm share.</param>
/// <param name="Plate">The number as it was read, such as <c>京A12345</c>; null where it could not be.</param>
/// <param name="PlateColour">Unknown, Blue, Yellow, Green, YellowGreen, White or Black.</param>
/// <param name="Outcome">What was decided, such as OpenedResident, Unknown, Denied or Unreadable.</param>
/// <param name="Direction">In, Out, or Both where nobody can tell.</param>
/// <param name="Confidence">How sure the reader was of the number, 0..1.</param>
/// <param name="Fuzzy">The plate was read with a slip, and was taken for <paramref name="MatchedPlate"/>.</param>
/// <param name="MatchedPlate">The registered number that it was taken for; null where none was.</param>
/// <param name="WaitedSeconds">From its first sight to this event.</param>
/// <param name="DecisionMilliseconds">Time spent computing on its plate.</param>
/// <param name="Incident">As of <see cref="AlertData"/>: the visit, where the event is an alert; null where it is none.</param>
/// <param name="Place">As of <see cref="AlertData"/>; always null: the device's name says enough.</param>
/// <param name="Test">As of <see cref="AlertData"/>.</param>
public sealed record VehicleData(
    string Device,
    LocalizedText? DeviceName,
    string Code,
    LocalizedText Reason,
    string Position,
    string Mode,
    DateTimeOffset At,
    string? OrderedBy,
    LocalizedText? OrderReason,
    string? Visit = null,
    string? Plate = null,
    string? PlateColour = null,
    string? Outcome = null,
    string? Direction = null,
    double? Confidence = null,
    bool? Fuzzy = null,
    string? MatchedPlate = null,
    double? WaitedSeconds = null,
    double? DecisionMilliseconds = null,
    string? Incident = null,
    LocalizedText? Place = null,
    bool Test = false)
{
    /// <summary>Role of a vehicle's picture.</summary>
    public const string PictureRole = "vehicle";

    /// <summary>Code of a decision on a vehicle.</summary>
    public const string Decided = "vehicle-decided";

    /// <summary>Code of a decision that turned out to have been made on a plate read wrong, after the arm was raised.</summary>
    public const string Mistaken = "vehicle-mistaken";

    /// <summary>Code of a vehicle that passed.</summary>
    public const string Passed = "vehicle-passed";

    /// <summary>Code of one that followed another through.</summary>
    public const string Tailgated = "vehicle-tailgated";

    /// <summary>Code of one that the arm stays down for and that has been waiting for long.</summary>
    public const string Waits = "vehicle-waits";

    /// <summary>Code of one that left again without passing.</summary>
    public const string Left = "vehicle-left";

    /// <summary>Code of one that the arm was raised for and that did not pass.</summary>
    public const string NotUsed = "vehicle-not-used";
}
