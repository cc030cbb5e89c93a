using System.Security.Cryptography;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Secrets;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Export;

/// <summary>
/// Puts together what is stored on a person, in the background and in memory. What is begun, handed out or stopped is on record; without the
/// record nothing is. The oldest exports make room, and none outlives <see cref="Held"/>. Safe for use by several threads.
/// </summary>
internal sealed class ExportDesk(IEnumerable<IPersonStore> stores, IJournal journal, TimeProvider clock, ILogger<ExportDesk> logger) : IDisposable
{
    /// <summary>Exports under way or waiting to be downloaded.</summary>
    public const int Most = 4;

    /// <summary>The largest archive.</summary>
    public const int LargestFile = 256 << 20;

    /// <summary>So long an export waits to be downloaded.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();

    // Guarded by _gate, the oldest first.
    private readonly List<(ExportJob Job, long At)> _jobs = [];

    /// <summary>Begins an export.</summary>
    /// <param name="subject">Whose data.</param>
    /// <param name="culture">Language of the page in it.</param>
    /// <param name="account">Id of the account that alone gets it.</param>
    /// <param name="by">Who that is, for the record.</param>
    /// <exception cref="JournalUnavailableException">It cannot be put on record: nothing is begun.</exception>
    public async Task<ExportJob> BeginAsync(DataSubject subject, string culture, string account, string by)
    {
        await RecordAsync(PrivacyAudit.ExportBegun, subject.Id, by, new LocalizedText("开始导出一人的全部资料", "An export of everything on one person was begun"));
        var stop = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var job = new ExportJob(Guid.NewGuid(), subject.Id, account, by, stop);
        lock (_gate)
        {
            Expire();
            while (_jobs.Count >= Most)
            {
                _jobs[0].Job.Cancel();
                _jobs.RemoveAt(0);
            }

            _jobs.Add((job, clock.GetTimestamp()));
        }

        _ = Task.Run(() => RunAsync(job, subject, culture, stop), CancellationToken.None);
        return job;
    }

    /// <summary>An export of this account; null for none, and for anybody else's.</summary>
    public ExportJob? Find(Guid id, string? account)
    {
        lock (_gate)
        {
            Expire();
            return _jobs.Select(held => held.Job).FirstOrDefault(job => job.Id == id && job.Account == account);
        }
    }

    /// <summary>Stops an export and throws away what there is of it.</summary>
    public async Task CancelAsync(ExportJob job)
    {
        if (job.Cancel())
        {
            await RecordAsync(PrivacyAudit.ExportStopped, job.Subject, job.By, new LocalizedText("导出已取消，文件已丢弃", "An export was cancelled, its file thrown away"));
        }
    }

    /// <summary>Hands the archive out, once it is on record; null where there is none.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be put on record: it is not handed out.</exception>
    public async Task<byte[]?> TakeAsync(ExportJob job, string by)
    {
        if (job.Now.File is not { } file)
        {
            return null;
        }

        await RecordAsync(PrivacyAudit.ExportTaken, job.Subject, by, new LocalizedText("下载了一人的全部资料", "An export of everything on one person was downloaded"));
        return file;
    }

    /// <summary>Throws away every export of a person; returns how many.</summary>
    public int Drop(Guid subject)
    {
        lock (_gate)
        {
            _jobs.FindAll(held => held.Job.Subject == subject).ForEach(held => held.Job.Cancel());
            return _jobs.RemoveAll(held => held.Job.Subject == subject);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(ExportJob job, DataSubject subject, string culture, CancellationTokenSource stop)
    {
        using var ended = stop;
        try
        {
            var file = await CollectAsync(job, subject, culture, stop.Token);
            if (file.Length > LargestFile)
            {
                throw new InvalidDataException($"The archive has {file.Length} bytes, more than {LargestFile}.");
            }

            await RecordAsync(
                PrivacyAudit.Exported,
                subject.Id,
                job.By,
                new LocalizedText($"一人的全部资料已导出；SHA-256 {Hash(file)}", $"Everything on one person was exported; SHA-256 {Hash(file)}"));
            job.Finish(file);
        }
        catch (OperationCanceledException)
        {
            job.Cancel();
        }
        catch (Exception error) when (error is JournalUnavailableException or SqliteException or SecretFaultException or IOException)
        {
            PrivacyLog.ExportFailed(logger, job.Id, error);
            job.Fail(new LocalizedText($"有资料读不出来，未导出：{error.Message}", $"Something cannot be read, so nothing was exported: {error.Message}"));
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one export throws is its own end alone.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PrivacyLog.ExportFailed(logger, job.Id, error);
            job.Fail(new LocalizedText("导出失败，请查看网关日志后重试。", "The export failed; look into the gateway's log and try again."));
        }
        finally
        {
            job.End();
        }
    }

    private async Task<byte[]> CollectAsync(ExportJob job, DataSubject subject, string culture, CancellationToken cancellationToken)
    {
        var (parts, all, now) = (new List<(IPersonStore, StoreContent)>(), stores.ToList(), clock.GetUtcNow());
        // The journal takes as long as everything else together many times over.
        var (weights, done) = (all.Select(store => store.IsLong ? 10.0 : 1.0).ToList(), 0.0);
        foreach (var (index, store) in all.Index())
        {
            var share = weights[index] / weights.Sum();
            job.Tell(done, store.Title);
            parts.Add((store, await store.ReadAsync(subject, new StoreProgress(job, store.Title, done, share), cancellationToken)));
            done += share;
        }

        cancellationToken.ThrowIfCancellationRequested();
        List<StoreFile> files = [new("index.html", ExportPage.Html(subject, parts, now, culture)), .. parts.SelectMany(part => part.Item2.Files)];
        return ExportArchive.Pack(files, new { Person = subject.Id, subject.Kind, Export = job.Id }, now);
    }

    // Held under _gate.
    private void Expire()
    {
        foreach (var (job, _) in _jobs.Where(held => clock.GetElapsedTime(held.At) > Held).ToList())
        {
            job.Cancel();
            _jobs.RemoveAll(held => held.Job == job);
        }
    }

    private async Task RecordAsync(string name, Guid subject, string by, LocalizedText words) => await journal.AppendAsync(
        // Not cancelled with the request: whether something was done must not depend on who waits for the answer.
        JournalEntry.Of(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, new PrivacyAudit(name, subject, by, words, clock.GetUtcNow())),
        CancellationToken.None);

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
