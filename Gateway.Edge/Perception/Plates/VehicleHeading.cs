namespace Gateway.Edge.Perception.Plates;

/// <summary>Which way a plate moves in the picture.</summary>
internal enum VehicleHeading
{
    /// <summary>Too few pictures to tell.</summary>
    Unknown,

    /// <summary>Towards the camera: the plate grows.</summary>
    Approaching,

    /// <summary>Away from the camera: the plate shrinks.</summary>
    Receding,

    /// <summary>Neither, for longer than a second.</summary>
    Standing,
}
