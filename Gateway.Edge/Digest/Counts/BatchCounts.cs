using System.Runtime.InteropServices;
using Gateway.Edge.Digest.Reading;

namespace Gateway.Edge.Digest.Counts;

/// <summary>
/// What a run of records adds to the days of the compound's calendar. Pure but for the meters, which it reads on. Not safe for several threads.
/// </summary>
/// <param name="zone">The compound's time.</param>
/// <param name="meters">Last counter of each outlet; brought up to date with each event.</param>
internal sealed class BatchCounts(TimeZoneInfo zone, Dictionary<(string Device, string Outlet), double> meters)
{
    public Dictionary<(int Day, EventSort Sort), long> Days { get; } = [];

    public Dictionary<(int Day, int Hour), long> Hours { get; } = [];

    public Dictionary<(int Day, string Device, string Outlet), double> Energy { get; } = [];

    /// <summary>Alerts and what became of them, in the order of the records.</summary>
    public List<AlertStep> Alerts { get; } = [];

    /// <summary>Outlets whose counter was read on.</summary>
    public HashSet<(string Device, string Outlet)> Read { get; } = [];

    /// <summary>The day and hour of an instant in a zone.</summary>
    public static (int Day, int Hour) Local(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return (DateOnly.FromDateTime(local.DateTime).DayNumber, local.Hour);
    }

    /// <summary>Adds a record.</summary>
    /// <param name="seen">The record.</param>
    /// <param name="isCounted">False where its day was counted before: then only the meters read on.</param>
    public void Add(DigestEvent seen, bool isCounted)
    {
        var (day, hour) = Local(seen.At, zone);
        var used = MeterOn(seen);
        if (!isCounted)
        {
            return;
        }

        Raise(Days, (day, seen.Sort));
        if (seen.IsPassage)
        {
            Raise(Hours, (day, hour));
        }

        if (used > 0)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(Energy, (day, seen.Sort.Device, seen.Meter!.Value.Outlet), out _);
            sum += used;
        }

        if (seen.Alert is { } alert)
        {
            Alerts.Add(new AlertStep(seen.Sort.Kind, alert, day, seen.At, IsAcknowledgement: false));
        }

        if (seen.Acknowledged is { } acknowledged)
        {
            Alerts.Add(new AlertStep(seen.Sort.Kind, acknowledged, day, seen.At, IsAcknowledgement: true));
        }
    }

    // A counter that fell is another meter, or one that was set back: what it counts from there on is energy, the fall is none.
    private double MeterOn(DigestEvent seen)
    {
        if (seen.Meter is not var (outlet, now))
        {
            return 0;
        }

        var key = (seen.Sort.Device, outlet);
        var used = meters.TryGetValue(key, out var before) ? Math.Max(now - before, 0) : 0;
        meters[key] = now;
        Read.Add(key);
        return used;
    }

    private static void Raise<TKey>(Dictionary<TKey, long> counts, TKey key)
        where TKey : notnull
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count++;
    }
}
