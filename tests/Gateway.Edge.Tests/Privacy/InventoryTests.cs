using Gateway.Edge.Privacy;
using Gateway.Edge.Privacy.Inventory;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Privacy;

/// <summary>The table of what is stored, and the counter towards filing.</summary>
public sealed class InventoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Table_counts_what_is_there_and_takes_its_times_from_the_configuration()
    {
        await using var gateway = await ConsoleUnderTest.StartAsync(services: services =>
        {
            ResidentsFixture.AddFaces(services, new MadeUpFaces());
            services.PostConfigure<PrivacyOptions>(options => options.BackupDays = 11);
            services.PostConfigure<Edge.Journal.JournalOptions>(options => options.KeepReceipted = TimeSpan.FromDays(17));
            services.PostConfigure<Edge.Access.Grants.GrantOptions>(options => options.KeepDays = 23);
        });
        var person = new OnePerson(gateway);
        await person.MoveInAsync();
        await person.Get<JournalTally>().CountAsync(Token);
        var rows = await person.Get<InventoryReader>().ReadAsync(Token);
        Assert.Equal("1 people (1 with a face, 0 without)", Row(InventoryWords.Registrations).Count.En);
        Assert.Equal("2 templates, 2 photos", Row(InventoryWords.Templates).Count.En);
        Assert.Equal("1", Row(InventoryWords.ResidentVehicles).Count.En);
        Assert.Equal("1", Row(InventoryWords.GuestVehicles).Count.En);
        Assert.Equal("1", Row(InventoryWords.Stays).Count.En);
        Assert.Equal("2", Row(InventoryWords.Passes).Count.En); // a card, and the code of a visitor
        Assert.Equal("1", Row(InventoryWords.Media).Count.En);
        Assert.Equal(("0", "7 days after the first visit"), (Row(InventoryWords.ReturningFaces).Count.En, Row(InventoryWords.ReturningFaces).Retention.En));
        Assert.Equal("1", Row(InventoryWords.Invitations).Count.En);
        Assert.NotEqual("0", Row(InventoryWords.Records).Count.En);
        Assert.Contains("17 days", Row(InventoryWords.Records).Retention.En, StringComparison.Ordinal);
        Assert.NotNull(Row(InventoryWords.Records).OldestDue);
        Assert.Contains("23 days", Row(InventoryWords.Workers).Retention.En, StringComparison.Ordinal);
        Assert.Contains("11 days", Row(InventoryWords.Backups).Retention.En, StringComparison.Ordinal);
        Assert.DoesNotContain(rows, row => row.What == InventoryWords.SetAside);
        Directory.CreateDirectory(Path.Combine(gateway.Data, "residents.damaged-20260101T000000000Z"));
        Assert.Contains(await person.Get<InventoryReader>().ReadAsync(Token), row => row.What == InventoryWords.SetAside);

        InventoryRow Row(Gateway.Cloud.Contract.LocalizedText what) => rows.Single(row => row.What == what);
    }

    [Fact(Timeout = 180_000)]
    public async Task Filing_is_due_within_working_days_of_the_first_time_that_the_limit_was_reached()
    {
        var limit = 2;
        await using var gateway = await ConsoleUnderTest.StartAsync(services: services =>
        {
            ResidentsFixture.AddFaces(services, new MadeUpFaces());
            services.PostConfigure<PrivacyOptions>(options => options.FilingFaces = limit);
        });
        var person = new OnePerson(gateway);
        await person.MoveInAsync();
        var counter = person.Get<FilingCounter>();
        var below = await counter.ReadAsync(Token);
        Assert.Equal((1, 2, null), (below.Faces, below.Limit, below.FileBy));
        await person.Get<Edge.Access.Residents.IResidentDesk>().EnrolAsync(
            new Edge.Access.Residents.EnrolmentRequest("李娜", "1-1", [MadeUpFaces.Photo(31), MadeUpFaces.Photo(31, 1)], "李娜", "v1"), Token);
        var reached = await counter.ReadAsync(Token);
        Assert.Equal(2, reached.Faces);
        Assert.NotNull(reached.ReachedAt);
        // The duty does not go away with the next withdrawal.
        await person.Get<Edge.Access.Residents.ResidentRegistry>().EraseAsync(person.Id, Token);
        var after = await counter.ReadAsync(Token);
        Assert.Equal((1, reached.ReachedAt, reached.FileBy), (after.Faces, after.ReachedAt, after.FileBy));
    }

    [Fact]
    public void Weekends_and_holidays_are_no_working_days()
    {
        var friday = new DateOnly(2026, 1, 2);
        Assert.Equal(new DateOnly(2026, 1, 5), WorkingDays.After(friday, 1, new HashSet<DateOnly>()));
        Assert.Equal(new DateOnly(2026, 1, 6), WorkingDays.After(friday, 1, new HashSet<DateOnly> { new(2026, 1, 5) }));
        Assert.Equal(new DateOnly(2026, 2, 13), WorkingDays.After(friday, 30, new HashSet<DateOnly>()));
        Assert.Equal(friday, WorkingDays.After(friday, 0, new HashSet<DateOnly>()));
    }
}
