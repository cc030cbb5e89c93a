using Gateway.Edge.Access.Vehicles.Rules;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Registry and stays in memory: changed under the lock of the file, read by any thread without one.</summary>
internal sealed class VehicleBook
{
    private volatile VehicleSnapshot _vehicles = VehicleSnapshot.Empty;
    private volatile StaySnapshot _stays = StaySnapshot.Empty;

    /// <summary>The registry as it stands.</summary>
    public VehicleSnapshot Vehicles
    {
        get => _vehicles;
        set => _vehicles = value;
    }

    /// <summary>Who is inside.</summary>
    public StaySnapshot Stays
    {
        get => _stays;
        set => _stays = value;
    }
}
