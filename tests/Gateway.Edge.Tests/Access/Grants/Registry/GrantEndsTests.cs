using Gateway.Edge.Access.Grants;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Access.Grants.Registry;

public sealed class GrantEndsTests : IDisposable
{
    private const string Refuse = "BEGIN SELECT RAISE(ABORT, 'the disk takes nothing'); END";

    private readonly GrantsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Revocation_that_the_disk_fails_takes_the_vehicle_away_and_is_stored_when_asked_again()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Plates = ["京A12345"] });
        _fixture.Execute("grants.db", $"CREATE TRIGGER fails BEFORE UPDATE ON worker_grant {Refuse}");

        await Assert.ThrowsAsync<SqliteException>(() => _fixture.Desk.RevokeAsync(view.Grant.Id, "first", Stop));

        Assert.False(_fixture.Decide(view.Worker.Id).Opens);
        Assert.Empty(await _fixture.Vehicles.ListAsync(new(), Stop));
        _fixture.Execute("grants.db", "DROP TRIGGER fails");
        Assert.NotNull((await _fixture.Desk.RevokeAsync(view.Grant.Id, "second", Stop))!.Grant);
        await _fixture.ReopenAsync();
        var stored = _fixture.Book.Now.Find(view.Grant.Id)!;
        Assert.Equal((GrantState.Revoked, "first"), (stored.StateAt(_fixture.Now), stored.EnteredBy));
    }

    [Fact]
    public async Task Vehicle_that_cannot_be_removed_is_removed_with_the_next_look_or_after_a_restart()
    {
        await _fixture.StartAsync();
        var first = await _fixture.AddAsync(_fixture.Plumber() with { Plates = ["京A12345"] });
        var second = await _fixture.AddAsync(_fixture.Plumber() with { Plates = ["京A12346"] });
        _fixture.Execute("vehicles.db", $"CREATE TRIGGER fails BEFORE DELETE ON vehicle {Refuse}");

        Assert.NotNull((await _fixture.Desk.RevokeAsync(first.Grant.Id, GrantsFixture.By, Stop))!.Grant);
        Assert.Equal(2, (await _fixture.Vehicles.ListAsync(new(), Stop)).Count);
        _fixture.Execute("vehicles.db", "DROP TRIGGER fails");
        await _fixture.Ends.EndDueAsync(Stop);
        Assert.Equal(second.Grant.Vehicles, (await _fixture.Vehicles.ListAsync(new(), Stop)).Select(vehicle => vehicle.Id));

        _fixture.Execute("vehicles.db", $"CREATE TRIGGER fails BEFORE DELETE ON vehicle {Refuse}");
        await _fixture.Desk.RevokeAsync(second.Grant.Id, GrantsFixture.By, Stop);
        _fixture.Execute("vehicles.db", "DROP TRIGGER fails");
        await _fixture.ReopenAsync();
        Assert.Empty(await _fixture.Vehicles.ListAsync(new(), Stop));
    }

    [Fact]
    public async Task Grant_that_was_renewed_after_its_end_failed_on_the_disk_is_not_told_to_have_ended()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());
        _fixture.Clock.Advance(TimeSpan.FromHours(2));
        _fixture.Execute("grants.db", $"CREATE TRIGGER fails BEFORE UPDATE ON worker_grant {Refuse}");
        await Assert.ThrowsAsync<SqliteException>(() => _fixture.Ends.EndDueAsync(Stop));
        _fixture.Execute("grants.db", "DROP TRIGGER fails");

        await _fixture.Desk.RenewAsync(view.Grant.Id, _fixture.Now.AddHours(1), GrantsFixture.By, Stop);
        await _fixture.Ends.EndDueAsync(Stop);

        Assert.True(_fixture.Decide(view.Worker.Id).Opens);
        Assert.DoesNotContain(await _fixture.RecordsAsync(), record => System.Text.Encoding.UTF8.GetString(record.Data.Span).Contains(GrantAudit.Ended, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gates_are_served_although_the_disk_takes_no_end_at_the_start()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());
        _fixture.Close();
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        _fixture.Execute("grants.db", $"CREATE TRIGGER fails BEFORE UPDATE ON worker_grant {Refuse}");

        await _fixture.StartAsync();

        Assert.False(_fixture.Decide(view.Worker.Id).Opens);
        Assert.Equal(_fixture.Now, _fixture.Book.Now.Find(view.Grant.Id)!.EndedAt);
    }

    [Fact]
    public async Task Row_that_cannot_be_opened_goes_with_its_end_and_keeps_nobody_else()
    {
        await _fixture.StartAsync();
        var first = await _fixture.AddAsync(_fixture.Plumber());
        await _fixture.AddAsync(_fixture.Plumber() with { Worker = first.Worker.Id, Name = null });
        await _fixture.AddAsync(_fixture.Plumber());
        var coming = await _fixture.AddAsync(_fixture.Plumber(hours: 24 * 365));
        _fixture.Close();
        _fixture.Execute("grants.db", $"UPDATE worker_grant SET hours = 'never' WHERE id = X'{Convert.ToHexString(first.Grant.Id.ToByteArray(bigEndian: true))}'");
        await _fixture.StartAsync();
        Assert.Equal(3, _fixture.Book.Now.Count);
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        await _fixture.Ends.EndDueAsync(Stop);
        _fixture.Clock.Advance(TimeSpan.FromDays(91));

        Assert.Equal(3, await _fixture.Get<GrantErasure>().EraseAsync(Stop));

        await _fixture.ReopenAsync();
        Assert.Equal(coming.Grant.Id, Assert.Single(_fixture.Book.Now.All).Id);
        Assert.Equal(coming.Worker.Id, Assert.Single(_fixture.Book.Now.Workers).Id);
        Assert.True(_fixture.Book.IsComplete);
    }
}
