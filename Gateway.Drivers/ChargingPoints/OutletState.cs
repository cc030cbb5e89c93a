namespace Gateway.Drivers.ChargingPoints;

/// <summary>What is known of one outlet, by its relay and its meter together.</summary>
public enum OutletState
{
    /// <summary>Its meter has not been read yet; it is kept off.</summary>
    Unknown,

    /// <summary>Off, and its meter agrees.</summary>
    Off,

    /// <summary>On, and nothing draws power.</summary>
    Idle,

    /// <summary>On, and something draws power.</summary>
    Charging,

    /// <summary>Told to be off; its meter has not agreed yet.</summary>
    CuttingOff,

    /// <summary>Told to be off and not off in time: somebody has to look at it.</summary>
    Stuck,
}
