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
    private volatile PatrolReport? _last = store.Last();

    /// <summary>The newest report, also of an earlier run of the gateway; null when there is none.</summary>
    public PatrolReport? Last => _last;

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
                _running = Task.Run(GoAsync, CancellationToken.None);
            }

            return _running.WaitAsync(cancellationToken);
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

    private async Task<PatrolReport> GoAsync()
    {
        var report = await patrol.RunAsync(_stop.Token);
        store.Save(report);
        _last = report;
        PatrolsLog.Finished(logger, report.Devices, report.Buses, report.Findings, report.Repairs);
        await journal.AppendAsync(PatrolRecords.Of(report), PatrolRecords.Report);
        await journal.AppendAsync(tickets.Apply(report));
        return report;
    }
}
