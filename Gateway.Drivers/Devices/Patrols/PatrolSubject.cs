namespace Gateway.Drivers.Devices.Patrols;

/// <summary>A device or bus as a patrol comes to it.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsBus">True for a bus.</param>
/// <param name="Health">Its present state.</param>
/// <param name="Check">How to look it over; null where there is nothing to ask.</param>
public sealed record PatrolSubject(Wording Name, bool IsBus, DeviceHealth Health, IPatrolled? Check)
{
    /// <summary>Device id; a bus's begins with <c>bus.</c>.</summary>
    public DeviceId Id => Health.Device;
}
