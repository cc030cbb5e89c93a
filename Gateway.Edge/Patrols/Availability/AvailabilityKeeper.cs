using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Patrols.Availability;

/// <summary>
/// Keeps every device's availability: hears each change of state, writes every minute and at the stop. Time in which the gateway did not
/// run is not observed and counts neither way. Safe for several threads.
/// </summary>
internal sealed class AvailabilityKeeper(
    IPatrolSubjects subjects, AvailabilityMeter meter, AvailabilityStore store, TimeProvider time, ILogger<AvailabilityKeeper> logger)
    : BackgroundService, IObservationListener
{
    /// <summary>Time between two writes.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private DateOnly _tidied; // owned by the loop
    private volatile IReadOnlyDictionary<string, DeviceAvailability> _all = new Dictionary<string, DeviceAvailability>(StringComparer.Ordinal);

    /// <summary>A device's availability as of the last write.</summary>
    public DeviceAvailability Of(string device) => _all.GetValueOrDefault(device) ?? DeviceAvailability.None;

    /// <inheritdoc/>
    public void Seen(Observation observation)
    {
        if (observation is HealthChanged { Health: var health })
        {
            meter.See(health.Device.Value, health.State);
        }
    }

    /// <summary>Writes what has been observed up to now.</summary>
    public void Write()
    {
        var present = subjects.Subjects;
        foreach (var subject in present)
        {
            meter.See(subject.Id.Value, subject.Health.State);
        }

        var slots = meter.Take();
        meter.KeepOnly(present.Select(subject => subject.Id.Value).ToHashSet(StringComparer.Ordinal));
        if (!store.Add(slots))
        {
            meter.Return(slots);
        }

        var now = time.GetUtcNow();
        var (today, _) = meter.Local(now);
        if (_tidied != today)
        {
            store.Tidy(today);
            _tidied = today;
        }

        var (fromDay, fromHour) = meter.Local(now.AddHours(-23));
        var (day, week, month) = (store.Since(fromDay, fromHour), store.Since(today.AddDays(-6), 0), store.Since(today.AddDays(-29), 0));
        _all = month.Keys.ToDictionary(
            device => device,
            device => new DeviceAvailability(ShareOf(day, device), ShareOf(week, device), ShareOf(month, device)),
            StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                TryWrite();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            TryWrite();
        }
    }

    private static AvailabilityShare ShareOf(IReadOnlyDictionary<string, AvailabilityShare> shares, string device) =>
        shares.GetValueOrDefault(device) ?? AvailabilityShare.None;

    private void TryWrite()
    {
        try
        {
            Write();
        }
#pragma warning disable CA1031 // Supervision boundary: one failed write must not end the keeping.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PatrolsLog.RoundFailed(logger, error);
        }
    }
}
