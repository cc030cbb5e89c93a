using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Residents;

/// <summary>
/// Looks whether the registry's file can be read. One that cannot is set aside, never deleted, and an empty registry takes its place:
/// the gateway goes on with everything but recognising residents, and says so.
/// </summary>
internal static class RegistryDamage
{
    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when the file is sound or absent.</summary>
    public static JournalEntry? SetAsideIfDamaged(string file, TimeProvider clock) => RegistryFile.TellOfDamage(
        file,
        ResidentSchema.Open,
        clock,
        "residents-damaged",
        folder => new LocalizedText(
            $"居民登记文件已损坏，已另存到 {folder}。请停止网关并恢复备份，或重新登记，然后移走该文件夹并重启网关；在此之前门禁不识别其中的居民，也不发出陌生人告警，请使用其他通行方式。",
            $"The residents' registry was damaged and is kept in {folder}. Stop the gateway and restore the backup, or enrol again; then move that folder away and restart. Until then gates do not recognise the residents in it and raise no alert of strangers; other means of passing work."));

    /// <summary>
    /// True while a damaged registry lies beside the file, also after a restart: the residents in it are not known again before someone has
    /// restored or enrolled them and moved the folder away.
    /// </summary>
    public static bool LiesBeside(string file) => RegistryFile.DamagedLiesBeside(file);
}
