using System.Text.Json.Serialization;

namespace Gateway.Cloud.Contract.Events;

/// <summary>What a <see cref="EventKind.Sos"/> event tells about one press.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SosPhase>))]
public enum SosPhase
{
    /// <summary>The button went down; lamp and strobe are on.</summary>
    Pressed,

    /// <summary>The same press was held for longer than a slip of the hand.</summary>
    LongPressed,

    /// <summary>Pictures or clips of the nearest cameras belong to the press; the event's media are they.</summary>
    Evidence,

    /// <summary>The lamp shows the caller that an officer has acknowledged.</summary>
    Acknowledged,

    /// <summary>The lamp and strobe went back to rest.</summary>
    Reset,

    /// <summary>The housing was opened or the button is stuck: nobody need be in danger.</summary>
    Tamper,
}
