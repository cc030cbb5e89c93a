namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>What a simulated vehicle looks like.</summary>
public enum VehicleBody
{
    Car,
    Van,
    Lorry,
}
