using EdgeGateway.Testing;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Charging;
using Gateway.Edge.Journal;
using Gateway.Edge.Retention;
using Gateway.Edge.Tests.Uplink;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Retention;

public sealed class RetentionDeskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryJournal _journal = new();
    private readonly GrantOptions _grants = new();
    private readonly JournalOptions _records = new();

    private static RetentionRule Workers => RetentionRules.All.Single(rule => rule.Key == "Grants:KeepDays");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SavedRetention Saved => new(_folder.File("retention.json"), NullLogger<SavedRetention>.Instance);

    [Fact]
    public async Task Time_holds_at_once_for_whoever_erases_after_a_restart_too_and_is_on_record()
    {
        using var desk = Desk();
        Assert.True(await desk.SetAsync([(Workers, 90, 30)], "test", Stop));
        Assert.Equal(30, _grants.KeepDays);
        Assert.Equal(1, _journal.LastSequence);

        var fresh = new GrantOptions();
        Saved.Apply(fresh);
        Assert.Equal((30, 7), (fresh.KeepDays, fresh.VisitorKeepDays));
    }

    [Fact]
    public async Task Spans_of_time_are_set_in_days()
    {
        using var desk = Desk();
        Assert.True(await desk.SetAsync([(RetentionRules.All.Single(rule => rule.Key == "Journal:KeepReceipted"), 90, 180)], "test", Stop));
        Assert.Equal(TimeSpan.FromDays(180), _records.KeepReceipted);
        Assert.Contains(desk.All, one => one.Rule.Key == "Journal:KeepReceipted" && one.Days == 180);
    }

    [Fact]
    public async Task What_lies_outside_the_options_own_range_or_was_set_by_another_meanwhile_changes_nothing()
    {
        using var desk = Desk();
        var visitors = RetentionRules.All.Single(rule => rule.Key == "Grants:VisitorKeepDays");
        foreach (var (was, days) in ((int, int)[])[(90, Workers.Least - 1), (90, Workers.Most + 1), (30, 60), (90, int.MinValue), (90, int.MaxValue)])
        {
            Assert.False(await desk.SetAsync([(visitors, 7, 8), (Workers, was, days)], "test", Stop));
        }

        Assert.Equal(7, _grants.VisitorKeepDays);

        Assert.Equal((1, 365, 90, 0L), (Workers.Least, Workers.Most, _grants.KeepDays, _journal.LastSequence));
    }

    [Fact]
    public void Every_rule_has_a_range_that_its_default_keeps()
    {
        foreach (var rule in RetentionRules.All)
        {
            var days = rule.Read(Activator.CreateInstance(rule.Property.DeclaringType!)!);
            Assert.InRange(days, rule.Least, rule.Most);
            Assert.True(rule.Most > rule.Least, rule.Key);
        }
    }

    [Theory]
    [InlineData("{\"Grants:KeepDays\": 0}")]
    [InlineData("{\"Grants:KeepDays\": 99999}")]
    [InlineData("{\"Grants:KeepDays\": \"x\"}")]
    [InlineData("[")]
    public void File_that_cannot_be_used_leaves_the_configurations_time(string text)
    {
        File.WriteAllText(_folder.File("retention.json"), text);
        var options = new GrantOptions { KeepDays = 60 };
        Saved.Apply(options);
        Assert.Equal(60, options.KeepDays);
    }

    [Fact]
    public async Task Other_times_survive_a_change_and_a_damaged_file_is_kept()
    {
        using var desk = Desk();
        await desk.SetAsync([(RetentionRules.All.Single(rule => rule.Key == "Grants:VisitorKeepDays"), 7, 8)], "test", Stop);
        await desk.SetAsync([(Workers, 90, 30)], "test", Stop);
        var fresh = new GrantOptions();
        Saved.Apply(fresh);
        Assert.Equal((30, 8), (fresh.KeepDays, fresh.VisitorKeepDays));

        File.WriteAllText(_folder.File("retention.json"), "{");
        await desk.SetAsync([(Workers, 30, 31)], "test", Stop);
        Assert.Equal("{", File.ReadAllText(_folder.File("retention.json.damaged")));
    }

    public void Dispose() => _folder.Dispose();

    private RetentionDesk Desk() => new(Saved, _journal, Options.Create(_records), _grants, new VehicleOptions(), new ChargingOptions(), Options.Create(new StrangerOptions()));
}
