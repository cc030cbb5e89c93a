using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Patrols.Tickets;

/// <summary>
/// Opens a ticket for a device that has not worked for long, or that comes and goes, without waiting for a patrol, and closes it as soon
/// as the device works. Hears every change of state, and looks at all devices every few seconds.
/// </summary>
internal sealed class HealthRounds(
    IPatrolSubjects subjects, TicketBook book, TicketJournal journal, IOptions<PatrolOptions> options, TimeProvider time, ILogger<HealthRounds> logger)
    : BackgroundService, IObservationListener
{
    /// <summary>Time between two rounds.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<DeviceId, DeviceWatch> _watches = []; // guarded by _gate

    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        if (observation is HealthChanged { Health: var health })
        {
            lock (_gate)
            {
                WatchOf(health.Device).See(health.State);
            }
        }
    }

    /// <summary>Looks at every device once.</summary>
    public async Task LookAsync()
    {
        var present = subjects.Subjects;
        var now = time.GetUtcNow();
        var changes = present.SelectMany(subject => Look(subject, now)).ToList();
        var standing = present.Select(subject => subject.Id.Value).ToHashSet(StringComparer.Ordinal);
        changes.AddRange(book.ClearRemoved(standing, now));
        lock (_gate)
        {
            foreach (var gone in _watches.Keys.Where(device => !standing.Contains(device.Value)).ToList())
            {
                _watches.Remove(gone);
            }
        }

        await journal.AppendAsync(changes);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await LookAsync();
            }
#pragma warning disable CA1031 // Supervision boundary: one failed round must not end the rounds.
            catch (Exception error)
#pragma warning restore CA1031
            {
                PatrolsLog.RoundFailed(logger, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<TicketChange> Look(PatrolSubject subject, DateTimeOffset now)
    {
        var (health, rules) = (subject.Health, options.Value);
        bool isAway, isPartial, isFlapping, isSettled;
        int drops;
        lock (_gate)
        {
            var watch = WatchOf(subject.Id);
            watch.See(health.State);
            isAway = watch.NotWorkingFor >= rules.RepairAfter;
            isFlapping = health.Code == HealthFindings.Flapping;
            isPartial = health.State == DeviceState.Degraded && !isFlapping && watch.NotWellFor >= rules.RepairAfter;
            drops = watch.Drops();
            isSettled = !isFlapping && drops <= 1 && watch.IsWindowWatched;
        }

        TicketChange?[] changes =
        [
            isAway ? See(subject, HealthFindings.NotWorking, health.Reason.Localized(), health.Code, now)
                : health.State is DeviceState.Online or DeviceState.Degraded ? Clear(subject, HealthFindings.NotWorking, now) : null,
            isPartial ? See(subject, HealthFindings.PartlyWorking, health.Reason.Localized(), health.Code, now)
                : health.State is DeviceState.Online ? Clear(subject, HealthFindings.PartlyWorking, now) : null,
            isFlapping ? See(subject, HealthFindings.Flapping, health.Reason.Localized(), value: null, now)
                : drops >= rules.FlapCount ? See(subject, HealthFindings.Flapping, PatrolSentences.Flapping(drops, rules.FlapWindow), value: null, now)
                : isSettled ? Clear(subject, HealthFindings.Flapping, now) : null,
        ];
        return changes.OfType<TicketChange>();
    }

    private TicketChange? See(PatrolSubject subject, string code, Cloud.Contract.LocalizedText words, string? value, DateTimeOffset now) => book.See(
        new TicketSighting(subject.Id.Value, subject.Health.Kind, subject.Name.Localized(), subject.Health.State, code, words, value), now, counts: false);

    private TicketChange? Clear(PatrolSubject subject, string code, DateTimeOffset now) =>
        book.Clear(subject.Id.Value, code, subject.Health.State, PatrolSentences.WentAway, now);

    private DeviceWatch WatchOf(DeviceId device)
    {
        if (!_watches.TryGetValue(device, out var watch))
        {
            _watches.Add(device, watch = new DeviceWatch(options.Value, time));
        }

        return watch;
    }
}
