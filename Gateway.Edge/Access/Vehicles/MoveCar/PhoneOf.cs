namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Whose number the guard needs.</summary>
internal enum PhoneOf
{
    /// <summary>The vehicle's owner.</summary>
    Owner,

    /// <summary>Whoever asked for it to be moved.</summary>
    Caller,
}
