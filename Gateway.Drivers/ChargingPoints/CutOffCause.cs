namespace Gateway.Drivers.ChargingPoints;

/// <summary>What an outlet was cut off for; the words beside it tell the rest.</summary>
public enum CutOffCause
{
    /// <summary>It was never on since the shed is watched, or it is on.</summary>
    None,

    /// <summary>Somebody, or the rules of whoever switched it on, wanted it off.</summary>
    Ordered,

    /// <summary>There is smoke in the shed.</summary>
    Smoke,

    /// <summary>The outlet or the air in the shed is too hot.</summary>
    Heat,

    /// <summary>More power than the outlet may give.</summary>
    Overload,

    /// <summary>A relay, a contactor or a meter does not do what it should.</summary>
    Fault,
}
