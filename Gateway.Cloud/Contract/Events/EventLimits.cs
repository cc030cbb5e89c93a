namespace Gateway.Cloud.Contract.Events;

/// <summary>
/// What an event may hold. A gateway's journal takes nothing beyond these, because the station refuses it; the station's own limits
/// are never below them.
/// </summary>
public static class EventLimits
{
    /// <summary>Most bytes of an event's data.</summary>
    public const int DataBytes = 256 * 1024;

    /// <summary>Most bytes of a whole event: the data, and room for the envelope with all of its media.</summary>
    public const int EventBytes = 320 * 1024;

    /// <summary>Deepest nesting of objects and arrays in data.</summary>
    public const int DataDepth = 24;

    /// <summary>Deepest nesting of a whole event.</summary>
    public const int EventDepth = 32;

    /// <summary>Most media that one event names.</summary>
    public const int Media = 16;

    /// <summary>Most characters of a medium's content type, and of its role.</summary>
    public const int MediaText = 100;

    /// <summary>The form of a device's name, 1 to 64 characters.</summary>
    public const string DeviceForm = "[A-Za-z0-9._-]{1,64}";

    /// <summary>Most characters of a kind: lower-case letters, digits and hyphens.</summary>
    public const int KindCharacters = 64;
}
