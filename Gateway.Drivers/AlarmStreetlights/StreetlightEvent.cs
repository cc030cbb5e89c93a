namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>What an alarm streetlight does.</summary>
public enum StreetlightEvent
{
    /// <summary>Somebody pressed the button: lamp and strobe are on.</summary>
    Pressed,

    /// <summary>The button is being held: the siren sounds.</summary>
    LongPressed,

    /// <summary>Pressed again during the same alarm.</summary>
    PressedAgain,

    /// <summary>An officer has acknowledged: the lamp blinks.</summary>
    Acknowledged,

    /// <summary>The alarm is over, by command or by time: everything is at rest.</summary>
    Reset,

    /// <summary>The button has been down for too long to be a hand.</summary>
    Stuck,

    /// <summary>The button came up again.</summary>
    Freed,

    /// <summary>The housing was opened.</summary>
    Tampered,

    /// <summary>The housing was closed again.</summary>
    TamperEnded,
}
