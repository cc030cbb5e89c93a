using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Storage;

/// <summary><c>privacy.db</c>: erasures with their proofs, the consent ledger, impact assessments. Safe for use by several threads.</summary>
internal sealed class PrivacyDatabase(SqliteConnection connection, IJournal journal, ILogger<PrivacyDatabase> logger, JournalEntry? damage = null)
    : OutboxDatabase<PrivacyTransaction>(connection, journal, damage)
{
    /// <summary>Opens the file below the data directory; a damaged one is set aside, never deleted.</summary>
    public static PrivacyDatabase Open(string file, IJournal journal, TimeProvider clock, ILogger<PrivacyDatabase> logger)
    {
        JournalEntry? damage = null;
        if (RegistryFile.SetAsideIfDamaged(file, PrivacySchema.Open, clock) is var (folder, finding))
        {
            var words = new LocalizedText(
                $"隐私台账文件已损坏，已另存到 {folder}。其中有同意记录、删除凭证和影响评估：请停止网关并恢复备份；未完成的删除需重新发起。",
                $"The privacy desk's file was damaged and is kept in {folder}. It holds consents, proofs of erasure and impact assessments: stop the gateway and restore the backup; erasures that were not complete have to be begun again.");
            damage = HealthRecord.Of(
                "privacy-damaged", "Degraded", words, new Dictionary<string, string>(StringComparer.Ordinal) { ["setAside"] = folder, ["finding"] = finding });
            PrivacyLog.Damaged(logger, words.En);
        }

        return new PrivacyDatabase(PrivacySchema.Open(file), journal, logger, damage);
    }

    /// <inheritdoc/>
    protected override PrivacyTransaction Begin(SqliteConnection file) => new(file);

    /// <inheritdoc/>
    protected override JournalEntry EntryOf(byte[] data, IReadOnlyList<MediaReference> media) =>
        new(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, data, media);

    /// <inheritdoc/>
    protected override void TellRecordsWait(JournalUnavailableException error) => PrivacyLog.RecordsWait(logger, error);
}
