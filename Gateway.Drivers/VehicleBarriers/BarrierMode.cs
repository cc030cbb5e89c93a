namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Who decides when the arm moves.</summary>
public enum BarrierMode
{
    /// <summary>Each raise lets one vehicle pass; the arm then closes by itself once the way is clear.</summary>
    Automatic,

    /// <summary>The arm moves only on orders and never closes by itself. It still refuses to close on an occupied loop or beam.</summary>
    Manual,

    /// <summary>The arm is raised and held up until another mode is chosen, for example for a house removal.</summary>
    HeldUp,

    /// <summary>Fire: the arm is raised and held up while the fire input is active, and after it until another mode is chosen.</summary>
    FireOverride,
}
