using System.Globalization;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// One connection to a terminal, from its clock to its people: set up, catch up, then keep all of it true until something fails. Runs once.
/// </summary>
internal sealed class TerminalSession(
    DeviceId device, TerminalSettings settings, TerminalLinks links, TerminalIntake intake, TerminalSync sync, TerminalState state, TimeProvider clock, ILogger logger)
{
    /// <summary>A search begins so much before the end of the last one: terminals write their log a little late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private int _listenerApplied;
    private int _clockSet;

    /// <summary>Works until something fails or it is cancelled.</summary>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        // The clock before everything else: log-ins and validities hang on it.
        await CheckAsync(cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The stream is opened before the log is searched, so that no event falls between them.
        using var stream = settings.Pull ? await links.Client.OpenEventsAsync(stop.Token) : null;
        await SearchAsync(reporter, cancellationToken);
        await sync.ReconcileAsync(cancellationToken);
        await TellAsync(reporter, cancellationToken);
        List<Task> parts = [sync.RunAsync(stop.Token), KeepAsync(reporter, stop.Token)];
        if (stream is not null)
        {
            parts.Add(new TerminalStream(device, intake, settings.SilentAfter, clock).ReadAsync(stream, reporter, stop.Token));
        }

        await Together.RunAsync(stop, parts);
    }

    private async Task KeepAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var searched = clock.GetTimestamp();
        while (true)
        {
            await Task.Delay(settings.CheckEvery, clock, cancellationToken);
            await CheckAsync(cancellationToken);
            if (clock.GetElapsedTime(searched) >= settings.SearchEvery)
            {
                searched = clock.GetTimestamp();
                await SearchAsync(reporter, cancellationToken);
            }

            await TellAsync(reporter, cancellationToken);
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var drift = await links.Clock.DriftAsync(cancellationToken);
        if (drift.Duration() > settings.ClockTolerance)
        {
            await links.Clock.SetAsync(cancellationToken);
            _clockSet++;
            TerminalLog.ClockSet(logger, device.Value, drift);
        }

        if (links.Listener is { } listener && await listener.EnsureAsync(cancellationToken))
        {
            _listenerApplied++;
            TerminalLog.ListenerApplied(logger, device.Value);
        }

        await links.Door.EnsureAskingAsync(settings.RemoteCheck, cancellationToken);
    }

    private async Task SearchAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        // A terminal that is new to this gateway tells of its earlier life to nobody.
        var now = clock.GetUtcNow();
        var from = state.KnownUntil - Overlap ?? now;
        if (from < now)
        {
            await foreach (var notice in links.Log.SearchAsync(from, now, cancellationToken))
            {
                await intake.TakeAsync(notice, default, reporter, cancellationToken);
            }
        }

        state.KnownUntil = now;
        if (state.Save() is { } cause)
        {
            TerminalLog.NotSaved(logger, device.Value, cause);
        }
    }

    private ValueTask TellAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var people = sync.Status;
        Dictionary<string, string> details = new(StringComparer.Ordinal)
        {
            ["people"] = Text(people.Wanted),
            ["waiting"] = Text(people.Waiting.Count),
            ["rejected"] = string.Join("; ", people.Rejected.Take(5).Select(entry => $"{entry.Key}: {entry.Value}")),
            ["events"] = Text(intake.Taken),
            ["repeated"] = Text(intake.Repeated),
            ["unreadable"] = Text(intake.Unreadable),
            ["deferred"] = Text(intake.Deferred),
            ["unanswered"] = Text(links.Checks.Unanswered),
            ["clockSet"] = Text(_clockSet),
            ["listenerApplied"] = Text(_listenerApplied),
        };
        return people.Rejected.Count == 0
            ? reporter.HealthAsync(DeviceState.Online, "ok", new Wording("运行正常", "Working"), details, cancellationToken)
            : reporter.HealthAsync(
                DeviceState.Degraded,
                "terminal-people-rejected",
                new Wording(
                    $"终端拒绝了 {people.Rejected.Count} 人，请检查其照片与姓名",
                    $"The terminal refused {people.Rejected.Count} people: check their pictures and names"),
                details,
                cancellationToken);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
