using System.Collections.Immutable;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Notices;

/// <summary>Notices on the displays at the gates: on record, on disk, then shown. Safe for several threads.</summary>
internal sealed class NoticeDesk(NoticeFile file, IDeviceDirectory devices, IJournal journal, TimeProvider time, ILogger<NoticeDesk> logger) : IDisposable
{
    /// <summary>How long one of several notices stands before the next takes its turn.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ImmutableList<GateNotice> _notices = [.. file.Load(logger)];

    /// <summary>All that are not over, the newest first.</summary>
    public IReadOnlyList<GateNotice> All => [.. Volatile.Read(ref _notices).Where(notice => notice.Until > time.GetUtcNow()).OrderByDescending(notice => notice.From)];

    /// <summary>What a gate's display shows now while nobody stands there: the station's alone where it has any, and several take turns. Null for none.</summary>
    public GateNotice? Shown(string gate)
    {
        var now = time.GetUtcNow();
        var shown = Volatile.Read(ref _notices).Where(notice => notice.IsShown(gate, now)).OrderBy(notice => notice.From).ToList();
        if (shown.Exists(notice => notice.Source == NoticeSource.Station))
        {
            shown.RemoveAll(notice => notice.Source != NoticeSource.Station);
        }

        return shown.Count == 0 ? null : shown[(int)(now.Ticks / Turn.Ticks % shown.Count)];
    }

    /// <summary>Shows a notice, in the place of one with the same id. Nothing changes where anything is wrong with it.</summary>
    /// <returns>What is wrong, by field; nothing when it is shown.</returns>
    /// <exception cref="JournalUnavailableException">It cannot be put on record; nothing was changed.</exception>
    /// <exception cref="IOException">The disk takes nothing; nothing was changed.</exception>
    public async Task<IReadOnlyList<(string Field, LocalizedText Fault)>> ShowAsync(GateNotice notice, CancellationToken cancellationToken)
    {
        var faults = NoticeRules.FaultsOf(notice, Gates(), time.GetUtcNow()).ToList();
        return faults.Count > 0 ? faults : await ChangeAsync(
            notices => notices.Count(other => other.Id != notice.Id) >= NoticeRules.Most ? null : notices.RemoveAll(other => other.Id == notice.Id).Add(notice),
            "notice-shown", notice.By, new($"门口屏幕显示通知：{notice.Words.Zh}", $"A notice is shown at the gates: {notice.Words.En}"), cancellationToken)
            ? []
            : [("", new($"最多同时保留 {NoticeRules.Most} 条通知：请先撤下不需要的", $"At most {NoticeRules.Most} notices are kept at once: take down what is not needed"))];
    }

    /// <summary>Takes a notice down; false where there is none.</summary>
    /// <inheritdoc cref="ShowAsync" path="/exception"/>
    public Task<bool> WithdrawAsync(Guid id, string by, CancellationToken cancellationToken) => ChangeAsync(
        notices => notices.Exists(notice => notice.Id == id) ? notices.RemoveAll(notice => notice.Id == id) : null,
        "notice-withdrawn", by, new("已撤下门口屏幕的一条通知", "A notice was taken down from the gates"), cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<bool> ChangeAsync(
        Func<ImmutableList<GateNotice>, ImmutableList<GateNotice>?> change, string action, string by, LocalizedText words, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (change(_notices.RemoveAll(notice => notice.Until <= time.GetUtcNow())) is not { } changed)
            {
                return false;
            }

            // Whether it is done must not depend on who waits for the answer.
            await journal.AppendAsync(
                JournalEntry.Of(EventKind.Audit, EventPriority.Normal, ActionAudit.Gateway, new ActionAuditData(ActionAuditData.ByHand, action, ActionAudit.Gateway, by, words)),
                CancellationToken.None);
            file.Save(changed);
            Volatile.Write(ref _notices, changed);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private HashSet<string> Gates() => [.. devices.Hardware.Devices.OfType<FaceGateDescription>().Select(gate => gate.Id.Value)];
}
