using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Console.Reports;
using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Digest.Reading;
using Gateway.Edge.Patrols.Availability;

namespace Gateway.Edge.Tests.Console.Reports;

/// <summary>The figures of each report.</summary>
public sealed class ReportTablesTests
{
    // A Monday.
    private static readonly DateOnly s_day = new(2026, 6, 1);
    private static readonly ReportRange s_range = new(ReportRange.Own, s_day, s_day.AddDays(1));

    [Fact]
    public void Hours_are_summed_by_weekday()
    {
        var table = Table(ReportTables.Hours, hours: [(s_day, 8, 3), (s_day.AddDays(7), 8, 4), (s_day.AddDays(1), 23, 1)]);

        Assert.Equal((7.0, 1.0), (table.Rows[0].Values[8], table.Rows[1].Values[23]));
        Assert.Equal((7, 24), (table.Rows.Count, table.Rows[0].Values.Count));
        Assert.Equal(8, table.Rows.Sum(row => row.Values.Sum()));
    }

    [Fact]
    public void Methods_count_what_opened_and_every_day_has_a_row()
    {
        var table = Table(ReportTables.Methods, counts: [Passage("face", 5), Passage("qr", 2), Passage("face", 9, nameof(PassageOutcome.Refused))]);

        Assert.Equal(["Day", "Face", "QR code"], table.Columns.Select(column => column.En));
        Assert.Equal([5, 2], table.Rows[0].Values);
        Assert.Equal([0, 0], table.Rows[1].Values);
    }

    [Fact]
    public void Strangers_have_a_share_only_where_enough_were_judged()
    {
        var table = Table(
            ReportTables.Strangers,
            counts: [new(s_day, new EventSort(EventKind.Stranger, "east", "alert"), 40), new(s_day, new EventSort(EventKind.Stranger, "east", "again"), 90)],
            rates: [new CameraRate("east", "东", "East", 40, 20, 3, 2), new CameraRate("west", "西", "West", 4, 3, 1, 1)]);

        Assert.Equal([40, 20, 5, 25], table.Rows[0].Values);
        Assert.Equal([0, 3, 2, null], table.Rows[1].Values);
    }

    [Fact]
    public void Grants_are_told_by_tag_with_how_often_gates_opened()
    {
        var table = Table(ReportTables.Grants, counts:
        [
            new(s_day, new EventSort(EventKind.Grant, "gateway", GrantData.Created, "", "plumber"), 3), new(s_day, new EventSort(EventKind.Grant, "gateway", GrantData.Ended, "", "plumber"), 3),
            new(s_day, new EventSort(EventKind.Passage, "east", nameof(PassageOutcome.OpenedTemporaryWorker), "face", "cleaner"), 8),
        ]);

        Assert.Equal(["plumber", "cleaner"], table.Rows.Select(row => row.Name.En));
        Assert.Equal([[3, 0], [0, 8]], table.Rows.Select(row => row.Values.ToArray()));
    }

    [Fact]
    public void Availability_is_rounded_down_and_unknown_where_nothing_was_observed()
    {
        var table = Table(ReportTables.Availability, availability: new Dictionary<string, AvailabilityShare>
        {
            ["a"] = new(TimeSpan.FromHours(10), TimeSpan.FromHours(10) - TimeSpan.FromSeconds(1), 1),
            ["b"] = AvailabilityShare.None,
        });

        Assert.Equal([99.9, 1, 10], table.Rows[0].Values);
        Assert.Null(table.Rows[1].Values[0]);
    }

    [Fact]
    public void Charging_tells_energy_and_cuts_of_each_day()
    {
        var table = Table(
            ReportTables.Charging,
            counts: [new(s_day, new EventSort(EventKind.Charging, "shed", "cut-off-verified"), 2), new(s_day, new EventSort(EventKind.Charging, "shed", "meter"), 200)],
            energy: [(s_day, "shed", 1500), (s_day, "other", 250)]);

        Assert.Equal([1.75, 2, 0, 0], table.Rows[0].Values);
    }

    [Fact]
    public void Alerts_tell_the_median_of_those_that_were_acknowledged()
    {
        var at = new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
        var table = Table(ReportTables.Alerts, alerts:
        [
            new(EventKind.Sos, at, at.AddSeconds(10)), new(EventKind.Sos, at, at.AddSeconds(30)), new(EventKind.Sos, at, at.AddSeconds(20)), new(EventKind.Sos, at, null), new(EventKind.Fire, at, null),
        ]);

        Assert.Equal([4, 3, 20], table.Rows[0].Values);
        Assert.Equal([1, 0, null], table.Rows[1].Values);
    }

    [Theory]
    [InlineData("today", null, null, "2026-06-01", "2026-06-01")]
    [InlineData("7", null, null, "2026-05-26", "2026-06-01")]
    [InlineData("30", null, null, "2026-05-03", "2026-06-01")]
    [InlineData("own", "2026-01-01", "2026-01-31", "2026-01-01", "2026-01-31")]
    [InlineData("own", "2020-01-01", "2026-01-31", "2024-12-28", "2026-01-31")]
    [InlineData("own", "2026-02-01", "2026-01-31", "2026-05-26", "2026-06-01")]
    [InlineData("nonsense", "x", "y", "2026-05-26", "2026-06-01")]
    public void Range_is_read_and_held_within_bounds(string name, string? from, string? to, string first, string last)
    {
        var range = ReportRange.Of(name, from, to, s_day);

        Assert.Equal((first, last), (ReportRange.Text(range.From), ReportRange.Text(range.To)));
    }

    private static DayCount Passage(string method, long count, string outcome = nameof(PassageOutcome.OpenedResident)) =>
        new(s_day, new EventSort(EventKind.Passage, "east", outcome, method), count);

    private static ReportTable Table(
        string name,
        IReadOnlyList<DayCount>? counts = null,
        IReadOnlyList<(DateOnly, int, long)>? hours = null,
        IReadOnlyList<(DateOnly, string, double)>? energy = null,
        IReadOnlyList<AlertCount>? alerts = null,
        IReadOnlyList<CameraRate>? rates = null,
        IReadOnlyDictionary<string, AvailabilityShare>? availability = null) =>
        ReportTables.Of(new ReportSource(
            s_range, new DigestDays(counts ?? [], hours ?? [], energy ?? [], alerts ?? [], s_day), rates ?? [], availability ?? new Dictionary<string, AvailabilityShare>(), id => new LocalizedText(id, id)))
            .Single(table => table.Name == name);
}
