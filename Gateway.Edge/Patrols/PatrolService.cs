using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Patrols.Tickets;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Patrols;

/// <summary>Sends patrols round at their times and on demand, one at a time, and keeps what they find. Safe for several threads.</summary>
internal sealed class PatrolService(
    Patrol patrol, PatrolStore store, TicketBook tickets, TicketJournal journal, IOptions<PatrolOptions> options, TimeProvider time, ILogger<PatrolService> logger)
    : BackgroundService
{
    // The clock may be set while a patrol is waited for: its time is looked at anew this often.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly PatrolSchedule _schedule = PatrolSchedule.Of(options.Value);
    private Task<PatrolReport>? _running; // guarded by _gate
    private CancellationTokenSource? _cancel; // guarded by _gate
    private DateTimeOffset? _cancelledAt; // guarded by _gate
    private bool _isBack; // guarded by _gate
    private volatile PatrolReport? _last = store.Last();
    private volatile PatrolProgress? _progress;
    private volatile IReadOnlyList<PatrolLine>? _history;

    /// <summary>The newest report, also of an earlier run of the gateway; null when there is none.</summary>
    public PatrolReport? Last => _last;

    /// <summary>The patrols whose reports are kept, the newest first.</summary>
    public IReadOnlyList<PatrolLine> History => _history ??= [.. store.All().Select(PatrolLine.Of)];

    /// <summary>How far the patrol has come that is under way; null while none is.</summary>
    public PatrolProgress? Progress => IsRunning ? _progress : null;

    /// <summary>When the newest patrol was cancelled; null where it came back.</summary>
    public DateTimeOffset? CancelledAt
    {
        get
        {
            lock (_gate)
            {
                return _cancelledAt;
            }
        }
    }

    /// <summary>When the next scheduled patrol sets out; null for never.</summary>
    public DateTimeOffset? Next => _schedule.Next(time.GetUtcNow());

    /// <summary>True while a patrol is under way.</summary>
    public bool IsRunning
    {
        get
        {
            lock (_gate)
            {
                return _running is { IsCompleted: false };
            }
        }
    }

    /// <summary>Sends a patrol round, or joins the one that is under way. It goes on when the caller gives up.</summary>
    public Task<PatrolReport> RunAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_running is not { IsCompleted: false })
            {
                _cancelledAt = null;
                _isBack = false;
                _progress = null;
                _cancel?.Dispose();
                _cancel = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                var token = _cancel.Token;
                _running = Task.Run(() => GoAsync(token), CancellationToken.None);
            }

            return _running.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Calls back the patrol that is under way: it leaves no report and changes no ticket.</summary>
    /// <returns>False when none is under way, or its findings are being kept already.</returns>
    public bool Cancel()
    {
        lock (_gate)
        {
            if (_running is not { IsCompleted: false } || _isBack)
            {
                return false;
            }

            _cancelledAt = time.GetUtcNow();
            // Not in place: what ends by it must not run under the lock.
            _ = _cancel!.CancelAsync();
            return true;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _cancel?.Dispose();
        _stop.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (Next is not null)
        {
            await UntilNextAsync(stoppingToken);
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException)
            {
                // Somebody has called it back: the next one comes at its time.
            }
#pragma warning disable CA1031 // Supervision boundary: one failed patrol must not end the schedule.
            catch (Exception error)
#pragma warning restore CA1031
            {
                PatrolsLog.Failed(logger, error);
            }
        }
    }

    private async Task UntilNextAsync(CancellationToken stoppingToken)
    {
        var due = Next!.Value;
        while (due - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            await Task.Delay(left < LongestWait ? left : LongestWait, time, stoppingToken);

            // A clock that was set back must not put the patrol off by as much.
            due = Next is { } next && next < due ? next : due;
        }
    }

    private async Task<PatrolReport> GoAsync(CancellationToken cancellationToken)
    {
        var report = await patrol.RunAsync((done, all) => Tell(new PatrolProgress(done, all)), cancellationToken);
        lock (_gate)
        {
            // Too late to call it back: what it has found is kept.
            _isBack = true;
            _cancelledAt = null;
        }

        store.Save(report);
        _last = report;
        _history = null;
        PatrolsLog.Finished(logger, report.Devices, report.Buses, report.Findings, report.Repairs);
        await journal.AppendAsync(PatrolRecords.Of(report), PatrolRecords.Report);
        await journal.AppendAsync(tickets.Apply(report));
        return report;
    }

    // Several threads tell at once: the one that has come further counts.
    private void Tell(PatrolProgress progress)
    {
        lock (_gate)
        {
            _progress = _progress is { } before && before.Done > progress.Done ? before : progress;
        }
    }
}
