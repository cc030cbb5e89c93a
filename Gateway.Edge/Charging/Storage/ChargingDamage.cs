using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Charging.Storage;

/// <summary>A damaged <c>charging.db</c> is set aside, never deleted, and an empty one takes its place.</summary>
internal static class ChargingDamage
{
    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when the file is sound or absent.</summary>
    public static JournalEntry? SetAsideIfDamaged(string file, TimeProvider clock) => RegistryFile.TellOfDamage(
        file,
        ChargingSchema.Open,
        clock,
        "charging-damaged",
        folder => new LocalizedText(
            $"充电记录文件已损坏，已另存到 {folder}。插座上的二维码因此失效：请恢复备份，或在充电页面重新打印标签。",
            $"The file of charging sessions was damaged and is kept in {folder}. The codes on the outlets lead nowhere now: restore the backup, or print the labels anew from the charging page."));
}
