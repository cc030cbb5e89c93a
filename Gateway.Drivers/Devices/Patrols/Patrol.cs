using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices.Patrols;

/// <summary>
/// Looks over every device and bus: its state, and what it can tell of itself. A few checks begin at a time; one that hangs delays no
/// other, and is not begun again while it does. One patrol at a time.
/// </summary>
public sealed class Patrol(IPatrolSubjects subjects, PatrolSettings settings, TimeProvider clock, ILogger<Patrol> logger)
{
    private readonly ConcurrentDictionary<IPatrolled, Task> _unfinished = new(ReferenceEqualityComparer.Instance);

    /// <summary>Goes round once.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; checks that ignore it are left to themselves.</exception>
    public Task<PatrolReport> RunAsync(CancellationToken cancellationToken) => RunAsync(progress: null, cancellationToken);

    /// <summary>Goes round once and tells after each device how many are done, of how many in all; several threads may tell at once.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; checks that ignore it are left to themselves.</exception>
    public async Task<PatrolReport> RunAsync(Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        foreach (var finished in _unfinished.Where(check => check.Value.IsCompleted).ToList())
        {
            _unfinished.TryRemove(finished);
        }

        using var places = new SemaphoreSlim(settings.AtOnce);
        var present = subjects.Subjects;
        var done = 0;
        progress?.Invoke(0, present.Count);
        var entries = await Task.WhenAll(present.Select(async subject =>
        {
            var entry = await LookAsync(subject, places, cancellationToken);
            progress?.Invoke(Interlocked.Increment(ref done), present.Count);
            return entry;
        }));
        cancellationToken.ThrowIfCancellationRequested();
        return new PatrolReport(started, clock.GetUtcNow(), entries);
    }

    private async Task<PatrolEntry> LookAsync(PatrolSubject subject, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        var health = subject.Health;
        List<PatrolFinding> findings = [.. HealthFindings.Of(health, clock.GetUtcNow(), settings.Settled)];
        PatrolFinding? failure = null;
        if (subject.Check is { } check)
        {
            (var found, failure) = await CheckAsync(subject.Id, check, places, cancellationToken);
            findings.AddRange(found);

            // That a device which is away cannot be looked over is no second fault.
            if (failure is not null && health.State is DeviceState.Online or DeviceState.Degraded)
            {
                findings.Add(failure);
            }
        }

        return new PatrolEntry(health.Device.Value, health.Kind, subject.Name, subject.IsBus, health.State, health.Reason, failure is null, findings);
    }

    private async Task<(IReadOnlyList<PatrolFinding> Found, PatrolFinding? Failure)> CheckAsync(
        DeviceId device, IPatrolled check, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        if (_unfinished.ContainsKey(check))
        {
            places.Release();
            return ([], PatrolWords.StillHanging);
        }

        using var late = new CancellationTokenSource(settings.CheckTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var token = both.Token;

        // On a thread of its own: a check may block before its first await.
        var run = Task.Run(async () => await check.CheckAsync(token), CancellationToken.None);
        _unfinished[check] = run;
        await Task.WhenAny(run, Task.Delay(settings.PlaceFor, clock, token));
        places.Release();
        try
        {
            var found = await run.WaitAsync(token);
            _unfinished.TryRemove(check, out _);
            return (found, null);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            PatrolLog.CheckTimedOut(logger, device.Value, settings.CheckTimeout);
            return ([], PatrolWords.NoAnswer(settings.CheckTimeout));
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one device's check throws is a finding and must not end the patrol.
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _unfinished.TryRemove(check, out _);
            PatrolLog.CheckFailed(logger, error, device.Value);
            return ([], PatrolWords.Fault(error.Message));
        }
    }
}
