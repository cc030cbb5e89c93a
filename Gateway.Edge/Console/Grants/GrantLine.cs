using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Grants;

/// <summary>A grant in the list.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Group">Where it stands.</param>
/// <param name="Name">The worker's full name.</param>
/// <param name="Tag">What the worker does.</param>
/// <param name="MaskedPhone">The worker's number, masked; null for none.</param>
/// <param name="Host">Flat, resident or work order.</param>
/// <param name="Where">Gates and areas.</param>
/// <param name="When">Until when, or from when until when; for one that is over, when that came.</param>
/// <param name="Limits">Hours, holidays and entries that are left; null where nothing limits it.</param>
/// <param name="State">A word where it stands otherwise than its group says; null elsewhere.</param>
/// <param name="InsideSince">Came in then; null for nobody inside.</param>
/// <param name="LastEntry">The last entry and its gate; null before the first.</param>
/// <param name="Waiting">Devices that have not confirmed; null where all have.</param>
/// <param name="IsLive">False once it is over: it can be renewed, not shortened.</param>
/// <param name="IsRevoked">Taken back: nothing can be done with it any more.</param>
public sealed record GrantLine(
    Guid Id,
    GrantGroup Group,
    string Name,
    LocalizedText Tag,
    string? MaskedPhone,
    string Host,
    LocalizedText Where,
    LocalizedText When,
    LocalizedText? Limits,
    LocalizedText? State,
    DateTimeOffset? InsideSince,
    LocalizedText? LastEntry,
    LocalizedText? Waiting,
    bool IsLive,
    bool IsRevoked);
