using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>Looks whether the grants' file can be read. One that cannot is set aside, never deleted, and an empty one takes its place.</summary>
internal static class GrantDamage
{
    /// <summary>Sets a damaged file aside and returns the health record that tells of it; null when the file is sound or absent.</summary>
    public static JournalEntry? SetAsideIfDamaged(string file, TimeProvider clock) => RegistryFile.TellOfDamage(
        file,
        GrantSchema.Open,
        clock,
        "grants-damaged",
        folder => new LocalizedText(
            $"临时授权文件已损坏，已另存到 {folder}。请停止网关并恢复备份，或重新授权，然后移走该文件夹；在此之前门禁不识别临时人员，也不发出陌生人告警。租期和节假日也在该文件中：租期已满的租户现在可以进入，请逐一核对并重新设置租期；临时管控仍按原样保持，需解除请在恢复后操作。",
            $"The file of grants was damaged and is kept in {folder}. Stop the gateway and restore the backup, or grant again; then move that folder away. Until then gates do not know temporary workers and raise no alert of strangers. Leases and holidays were in that file too: tenants whose lease is over are let in now, so look through them and set their leases again. A lockdown stays as it was; lift it yourself."));
}
