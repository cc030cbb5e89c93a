namespace Gateway.Drivers.Simulation.Plates;

/// <summary>What time has done to a plate. Immutable.</summary>
/// <param name="Seed">Decides where.</param>
/// <param name="Dirt">0 clean to 1 hardly to be read.</param>
/// <param name="Covered">Share of its width that something hides from the right, 0..1.</param>
public sealed record PlateWear(int Seed = 1, float Dirt = 0.05f, float Covered = 0)
{
    /// <summary>Mud thick enough that most of the number cannot be read.</summary>
    public static PlateWear Filthy(int seed) => new(seed, Dirt: 0.95f);
}
