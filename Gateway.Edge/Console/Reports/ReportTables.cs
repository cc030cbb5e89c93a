using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Digest.Counts;

namespace Gateway.Edge.Console.Reports;

/// <summary>Makes the reports' figures. Pure.</summary>
internal static class ReportTables
{
    public const string Hours = "hours";
    public const string Methods = "methods";
    public const string Strangers = "strangers";
    public const string Grants = "grants";
    public const string Availability = "availability";
    public const string Charging = "charging";
    public const string Alerts = "alerts";

    /// <summary>Codes of a charging point's cuts.</summary>
    private static readonly string[] s_cuts = ["cut-off-verified", "cut-off-failed", "contactor-opened"];

    private static readonly DayOfWeek[] s_week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Every report, in the order of the page.</summary>
    public static IReadOnlyList<ReportTable> Of(ReportSource source) =>
        [OfHours(source), OfMethods(source), OfStrangers(source), OfGrants(source), OfAvailability(source), OfCharging(source), OfAlerts(source)];

    private static ReportTable OfHours(ReportSource source)
    {
        var sums = source.Days.Hours.ToLookup(hour => (hour.Day.DayOfWeek, hour.Hour), hour => hour.Count);
        return new ReportTable(
            Hours,
            ReportTexts.Hours,
            [ReportTexts.Weekday, .. Enumerable.Range(0, 24).Select(hour => Same(hour.ToString("00", CultureInfo.InvariantCulture)))],
            [.. s_week.Select(day => new ReportRow(ReportTexts.Of(day), [.. Enumerable.Range(0, 24).Select(hour => (double?)sums[(day, hour)].Sum())]))]);
    }

    private static ReportTable OfMethods(ReportSource source)
    {
        var opened = source.Days.Counts.Where(IsOpened).ToList();
        var methods = opened.Select(count => count.Sort.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var sums = opened.ToLookup(count => (count.Day, count.Sort.Method), count => count.Count);
        return new ReportTable(
            Methods,
            ReportTexts.Methods,
            [ReportTexts.Day, .. methods.Select(ReportTexts.Method)],
            [.. source.Range.All.Select(day => new ReportRow(Same(ReportRange.Text(day)), [.. methods.Select(method => (double?)sums[(day, method)].Sum())]))]);
    }

    private static ReportTable OfStrangers(ReportSource source)
    {
        var alerts = source.Days.Counts.Where(count => count.Sort is { Kind: EventKind.Stranger, Code: "alert" }).GroupBy(count => count.Sort.Device, StringComparer.Ordinal)
            .ToDictionary(gate => gate.Key, gate => gate.Sum(count => count.Count), StringComparer.Ordinal);
        var rates = source.Rates.ToDictionary(rate => rate.Gate, StringComparer.Ordinal);
        return new ReportTable(
            Strangers,
            ReportTexts.Strangers,
            [ReportTexts.Gate, ReportTexts.AlertsColumn, ReportTexts.Judged, ReportTexts.Wrong, ReportTexts.WrongShare],
            [.. alerts.Keys.Union(rates.Keys, StringComparer.Ordinal).OrderByDescending(gate => alerts.GetValueOrDefault(gate)).ThenBy(gate => gate, StringComparer.Ordinal).Select(gate =>
            {
                var rate = rates.GetValueOrDefault(gate);
                return new ReportRow(source.NameOf(gate), [alerts.GetValueOrDefault(gate), rate?.Judged ?? 0, rate?.Wrong ?? 0, rate?.Percent]);
            })]) { Note = ReportTexts.StrangersNote };
    }

    private static ReportTable OfGrants(ReportSource source)
    {
        var granted = source.Days.Counts.Where(count => count.Sort is { Kind: EventKind.Grant, Code: GrantData.Created }).ToLookup(count => count.Sort.Tag, count => count.Count, StringComparer.Ordinal);
        var entered = source.Days.Counts.Where(count => IsOpened(count) && count.Sort.Tag.Length > 0).ToLookup(count => count.Sort.Tag, count => count.Count, StringComparer.Ordinal);
        return new ReportTable(
            Grants,
            ReportTexts.Grants,
            [EventTexts.TagLabel, ReportTexts.Granted, ReportTexts.Entered],
            [.. granted.Select(tag => tag.Key).Union(entered.Select(tag => tag.Key), StringComparer.Ordinal).OrderByDescending(tag => granted[tag].Sum()).ThenBy(tag => tag, StringComparer.Ordinal)
                .Select(tag => new ReportRow(EventTexts.Tag(tag), [granted[tag].Sum(), entered[tag].Sum()]))]);
    }

    private static ReportTable OfAvailability(ReportSource source) => new(
        Availability,
        ReportTexts.Availability,
        [EventTexts.Device, ReportTexts.Share, ReportTexts.Drops, ReportTexts.ObservedHours],
        [.. source.Availability.OrderBy(device => device.Value.Share ?? 1).ThenBy(device => device.Key, StringComparer.Ordinal)
            // Rounded down: a device that was away for a moment was not there all the time.
            .Select(device => new ReportRow(source.NameOf(device.Key), [device.Value.Share is { } share ? Math.Floor(share * 1000) / 10 : null, device.Value.Drops, Math.Round(device.Value.Observed.TotalHours, 1)]))])
    {
        Note = ReportTexts.AvailabilityNote,
    };

    private static ReportTable OfCharging(ReportSource source)
    {
        var energy = source.Days.Energy.ToLookup(day => day.Day, day => day.WattHours);
        var counts = source.Days.Counts.Where(count => count.Sort.Kind == EventKind.Charging).ToLookup(count => (count.Day, count.Sort.Code), count => count.Count);
        return new ReportTable(
            Charging,
            ReportTexts.Charging,
            [ReportTexts.Day, ReportTexts.Energy, .. s_cuts.Select(cut => EventTexts.What(new(EventKind.Charging, "", cut)))],
            [.. source.Range.All.Select(day => new ReportRow(Same(ReportRange.Text(day)), [Math.Round(energy[day].Sum() / 1000, 2), .. s_cuts.Select(cut => (double?)counts[(day, cut)].Sum())]))]);
    }

    private static ReportTable OfAlerts(ReportSource source) => new(
        Alerts,
        ReportTexts.Alerts,
        [EventTexts.KindLabel, ReportTexts.AlertsColumn, ReportTexts.Acknowledged, ReportTexts.Median],
        [.. source.Days.Alerts.GroupBy(alert => alert.Kind, StringComparer.Ordinal).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal).Select(kind =>
        {
            var waits = kind.Where(alert => alert.Acknowledged is not null).Select(alert => (alert.Acknowledged!.Value - alert.At).TotalSeconds).Order().ToList();
            return new ReportRow(EventTexts.Kind(kind.Key), [kind.Count(), waits.Count, waits.Count == 0 ? null : Math.Round(waits[waits.Count / 2])]);
        })])
    {
        Note = ReportTexts.AlertsNote,
    };

    private static bool IsOpened(DayCount count) =>
        count.Sort is { Kind: EventKind.Passage, Code: nameof(PassageOutcome.OpenedResident) or nameof(PassageOutcome.OpenedTemporaryWorker) };

    private static LocalizedText Same(string text) => new(text, text);
}
