using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Vehicles.Storage;

/// <summary>
/// Looks whether the vehicles' file can be read. One that cannot is set aside, never deleted, and an empty one takes its place: the arms
/// stay down for vehicles that nobody knows any more, the guard decides, and the gateway says so.
/// </summary>
internal static class VehicleDamage
{
    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when the file is sound or absent.</summary>
    public static JournalEntry? SetAsideIfDamaged(string file, TimeProvider clock) => RegistryFile.TellOfDamage(
        file,
        VehicleSchema.Open,
        clock,
        "vehicles-damaged",
        folder => new LocalizedText(
            $"车辆登记文件已损坏，已另存到 {folder}。请停止网关并恢复备份，或导入车辆表格；在此之前道闸不认识其中的车辆，由门岗放行。",
            $"The vehicles' registry was damaged and is kept in {folder}. Stop the gateway and restore the backup, or import the vehicles' table; until then barriers do not know the vehicles in it and the guard decides."));
}
