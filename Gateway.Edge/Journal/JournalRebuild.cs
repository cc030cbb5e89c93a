using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>
/// Sets a damaged record file aside and begins a new journal with what is intact and not yet receipted. Safe to be cut off at any
/// point: the new journal is built beside the old one, and only two renames of folders make the change.
/// </summary>
internal sealed class JournalRebuild(JournalPaths paths, JournalOptions options, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Completes or discards a rebuild that a stop cut off.</summary>
    public static void FinishInterrupted(JournalPaths paths)
    {
        if (!Directory.Exists(paths.RebuildFolder))
        {
            return;
        }

        if (Directory.Exists(paths.Folder))
        {
            Directory.Delete(paths.RebuildFolder, recursive: true);
        }
        else
        {
            Directory.Move(paths.RebuildFolder, paths.Folder);
            DirectorySync.Flush(paths.Root);
        }
    }

    /// <summary>Rebuilds; the damaged folder keeps its bytes under a name with the time.</summary>
    public JournalDamage Run(string finding)
    {
        var aside = FreeName();
        var damage = new JournalDamage(aside, finding, null, null, 0, 0);
        using (var session = JournalSession.Open(
            JournalPaths.FileIn(paths.RebuildFolder), options.MaximumMegabytes, () => Guid.CreateVersion7(clock.GetUtcNow())))
        {
            damage = TakeOver(session, damage);
            session.Append([Stamp(Report(damage))]);
        }

        DirectorySync.Flush(paths.RebuildFolder);
        Directory.Move(paths.Folder, aside);
        Directory.Move(paths.RebuildFolder, paths.Folder);
        DirectorySync.Flush(paths.Root);
        return damage;
    }

    private static JournalDamage TakeOver(JournalSession session, JournalDamage damage, string file)
    {
        try
        {
            using var probe = new RecordProbe(file);
            var (id, receipted) = probe.ReadIdentity(file);
            var taken = 0L;
            foreach (var records in probe.IntactAfter(receipted).Chunk(Batch))
            {
                session.Append([.. records.Select(Again)]);
                taken += records.Length;
            }

            return damage with { JournalId = id, FirstUnreadable = probe.FirstUnreadable, Unreadable = probe.Unreadable, TakenOver = taken };
        }
        catch (SqliteException error) when (JournalFaults.IsDamage(error))
        {
            // Not even the first page: nothing can be taken over.
            return damage with { FirstUnreadable = 1 };
        }
    }

    // Keeps id, time and content, so that the station knows a copy that it already has; sequence and hashes are the new journal's.
    private static PendingAppend Again(JournalRecord record) => new(
        new JournalEntry(record.Kind, record.Priority, record.Device, record.Data, record.Media), record.Id, record.Time, record.Monotonic);

    private static JournalEntry Report(JournalDamage damage)
    {
        var first = damage.FirstUnreadable?.ToString(CultureInfo.InvariantCulture) ?? "-";
        return HealthRecord.Of(
            "journal-damaged",
            "Degraded",
            new LocalizedText(
                $"日志文件已损坏，已另存为 {damage.SetAside}；首个不可读序号 {first}，丢失 {damage.Unreadable} 条，取回 {damage.TakenOver} 条。请检查存储卡或硬盘。",
                $"The journal file was damaged and is kept in {damage.SetAside}; first unreadable sequence {first}, {damage.Unreadable} lost, {damage.TakenOver} taken over. Check the card or drive."),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["setAside"] = damage.SetAside,
                ["finding"] = damage.Finding,
                ["journal"] = damage.JournalId?.ToString() ?? "unreadable",
                ["firstUnreadable"] = first,
                ["unreadable"] = damage.Unreadable.ToString(CultureInfo.InvariantCulture),
                ["takenOver"] = damage.TakenOver.ToString(CultureInfo.InvariantCulture),
            });
    }

    private JournalDamage TakeOver(JournalSession session, JournalDamage damage) => TakeOver(session, damage, paths.File);

    private PendingAppend Stamp(JournalEntry entry)
    {
        var now = clock.GetUtcNow();
        return new PendingAppend(entry, Guid.CreateVersion7(now), now, monotonic: 0);
    }

    private string FreeName()
    {
        var stem = Path.Combine(paths.Root, $"journal.damaged-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}");
        var name = stem;
        for (var number = 2; Directory.Exists(name); number++)
        {
            name = $"{stem}-{number}";
        }

        return name;
    }
}
