using Gateway.Drivers.Devices;

namespace Gateway.Edge.Patrols.Availability;

/// <summary>
/// Adds up the time in which each device worked, by hours of the compound's clock. Spans are measured by the clock that never jumps; the
/// wall clock only says to which hour they belong. Safe for several threads.
/// </summary>
internal sealed class AvailabilityMeter(TimeZoneInfo zone, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (bool Works, long At)> _devices = new(StringComparer.Ordinal); // guarded by _gate
    private readonly Dictionary<(string Device, DateOnly Day, int Hour), AvailabilitySlot> _slots = []; // guarded by _gate

    /// <summary>The local day and hour of an instant.</summary>
    public (DateOnly Day, int Hour) Local(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return (DateOnly.FromDateTime(local.DateTime), local.Hour);
    }

    /// <summary>A device is in this state now: time up to now belongs to the state before.</summary>
    public void See(string device, DeviceState state)
    {
        var works = state is DeviceState.Online or DeviceState.Degraded;
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var known = _devices.TryGetValue(device, out var before);
            if (known)
            {
                Accrue(device, before.Works, before.At, now);
            }

            if (known && before.Works && !works)
            {
                var (day, hour) = Local(time.GetUtcNow());
                Add(new AvailabilitySlot(device, day, hour, 0, 0, 1));
            }

            _devices[device] = (works, now);
        }
    }

    /// <summary>Devices that no longer stand are observed no more.</summary>
    public void KeepOnly(IReadOnlySet<string> standing)
    {
        lock (_gate)
        {
            foreach (var gone in _devices.Keys.Where(device => !standing.Contains(device)).ToList())
            {
                _devices.Remove(gone);
            }
        }
    }

    /// <summary>Takes what has been added up to now; the caller keeps it.</summary>
    public IReadOnlyList<AvailabilitySlot> Take()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            foreach (var (device, state) in _devices.ToList())
            {
                Accrue(device, state.Works, state.At, now);
                _devices[device] = state with { At = now };
            }

            List<AvailabilitySlot> taken = [.. _slots.Values];
            _slots.Clear();
            return taken;
        }
    }

    /// <summary>Gives back what could not be kept.</summary>
    public void Return(IReadOnlyList<AvailabilitySlot> slots)
    {
        lock (_gate)
        {
            foreach (var slot in slots)
            {
                Add(slot);
            }
        }
    }

    // Backwards from now, an hour at a time.
    private void Accrue(string device, bool works, long since, long now)
    {
        var left = time.GetElapsedTime(since, now);
        var end = time.GetUtcNow();
        while (left > TimeSpan.Zero)
        {
            var (day, hour) = Local(end - TimeSpan.FromTicks(1));
            var intoHour = TimeSpan.FromTicks(TimeZoneInfo.ConvertTime(end - TimeSpan.FromTicks(1), zone).Ticks % TimeSpan.TicksPerHour) + TimeSpan.FromTicks(1);
            var part = left < intoHour ? left : intoHour;
            Add(new AvailabilitySlot(device, day, hour, part.TotalSeconds, works ? part.TotalSeconds : 0, 0));
            (left, end) = (left - part, end - part);
        }
    }

    private void Add(AvailabilitySlot slot)
    {
        var key = (slot.Device, slot.Day, slot.Hour);
        _slots[key] = _slots.TryGetValue(key, out var before)
            ? before with { Observed = before.Observed + slot.Observed, Working = before.Working + slot.Working, Drops = before.Drops + slot.Drops }
            : slot;
    }
}
