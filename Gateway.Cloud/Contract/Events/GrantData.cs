namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// Data of a <see cref="EventKind.Grant"/> event: what became of a temporary worker's grant, or a finding about one. Has the members of an
/// alert, and no name: ids mean something in the compound only.
/// </summary>
/// <param name="Device">Device id of the gate; <c>gateway</c> for what concerns no gate.</param>
/// <param name="DeviceName">The gate's name in both languages.</param>
/// <param name="Phase">One of the constants.</param>
/// <param name="Grant">Opaque id of the grant.</param>
/// <param name="Person">Opaque id of the worker; also the incident's where there is one.</param>
/// <param name="Tag">What the worker does.</param>
/// <param name="Reason">What happened, in words.</param>
/// <param name="At">When.</param>
/// <param name="Until">When the grant ends.</param>
public sealed record GrantData(
    string Device,
    LocalizedText DeviceName,
    string Phase,
    string Grant,
    string Person,
    LocalizedText Tag,
    LocalizedText Reason,
    DateTimeOffset At,
    DateTimeOffset Until)
{
    public const string Created = "created";
    public const string Renewed = "renewed";
    public const string Shortened = "shortened";
    public const string Revoked = "revoked";
    public const string Ended = "ended";
    public const string FaceErased = "face-erased";
    public const string WrongGate = "wrong-gate";
    public const string WrongHour = "wrong-hour";
    public const string AfterEnd = "after-end";
    public const string TooManyEntries = "too-many-entries";
    public const string Overstay = "overstay";
    public const string TwoOnOnePass = "two-on-one-pass";

    /// <summary>Every phase, in the order of the contract.</summary>
    public static IReadOnlyList<string> Phases { get; } =
        [Created, Renewed, Shortened, Revoked, Ended, FaceErased, WrongGate, WrongHour, AfterEnd, TooManyEntries, Overstay, TwoOnOnePass];
}
