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
        Assert.True(await desk.SetAsync(Workers, 30, "test", Stop));
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
        Assert.True(await desk.SetAsync(RetentionRules.All.Single(rule => rule.Key == "Journal:KeepReceipted"), 180, "test", Stop));
        Assert.Equal(TimeSpan.FromDays(180), _records.KeepReceipted);
        Assert.Contains(desk.All, one => one.Rule.Key == "Journal:KeepReceipted" && one.Days == 180);
    }

    [Fact]
    public async Task What_lies_outside_the_options_own_range_or_is_the_same_changes_nothing()
    {
        using var desk = Desk();
        foreach (var days in (int[])[Workers.Least - 1, Workers.Most + 1, 90, int.MinValue, int.MaxValue])
        {
            Assert.False(await desk.SetAsync(Workers, days, "test", Stop));
        }

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

    public void Dispose() => _folder.Dispose();

    private RetentionDesk Desk() => new(Saved, _journal, Options.Create(_records), _grants, new VehicleOptions(), new ChargingOptions(), Options.Create(new StrangerOptions()));
}
