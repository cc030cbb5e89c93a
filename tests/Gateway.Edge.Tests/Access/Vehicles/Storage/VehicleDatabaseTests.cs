using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Access.Vehicles.Storage;

public sealed class VehicleDatabaseTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private VehicleDatabase Database => _fixture.Get<VehicleDatabase>();

    public async ValueTask InitializeAsync() => await _fixture.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_change_that_fails_in_the_middle_leaves_nothing_in_file_memory_or_journal()
    {
        var remembered = false;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.ChangeAsync<bool>(
            change =>
            {
                change.Record(VehicleAudits.Make(VehicleAudit.Added, null, "test", _fixture.Now, new("a", "a")));
                change.File.Execute("DELETE FROM vehicle");
                throw new InvalidOperationException("halfway");
            },
            _ => remembered = true,
            Stop));

        Assert.False(remembered);
        Assert.Equal(0, await Database.ReadAsync(file => file.Scalar<long>("SELECT count(*) FROM outbox"), Stop));
        Assert.Equal(0, _fixture.Journal.LastSequence);
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_told_and_decisions_stay_right_until_it_does_again()
    {
        await _fixture.AddAsync(_fixture.Visitor("京A12345", entries: 1));
        await Database.ReadAsync(file => file.Execute("PRAGMA query_only = ON"), Stop);
        var decision = _fixture.Decide("京A12345");

        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await _fixture.Access.PassedAsync(decision, LaneDirection.In, "north", _fixture.Now, Stop));
        await Assert.ThrowsAsync<SqliteException>(() => _fixture.AddAsync(VehiclesFixture.Resident("京A12346")));

        Assert.Equal(VehicleOutcome.NoEntriesLeft, _fixture.Decide("京A12345").Outcome);
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12346").Outcome);
        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
        await Database.ReadAsync(file => file.Execute("PRAGMA query_only = OFF"), Stop);
        await _fixture.PassAsync("京A12345", LaneDirection.Out);
        await _fixture.PassAsync("京A12345");
        await _fixture.ReopenAsync();
        Assert.Equal(1, (await _fixture.Stays.OccupancyAsync(Stop)).Inside);
    }

    [Fact]
    public async Task A_change_is_in_the_file_before_it_is_told()
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        // Another connection sees committed rows alone.
        using var other = JournalConnections.OpenOnce(Path.Combine(_fixture.Data, "vehicles.db"));
        Assert.Equal("京A12345", other.Scalar<string>("SELECT plate FROM vehicle WHERE id = $id", ("$id", Columns.Key(vehicle.Id))));
    }

    [Fact]
    public async Task The_file_and_its_key_are_for_the_gateways_user_alone()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        Assert.All(
            Directory.GetFiles(_fixture.Data, "vehicles.db*").Append(Path.Combine(_fixture.Data, "keys", "vehicles.key")),
            file => Assert.Equal(owner, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Another_key_opens_no_vehicle_and_stops_nothing()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        _fixture.Close();
        File.Delete(Path.Combine(_fixture.Data, "keys", "vehicles.key"));

        await _fixture.StartAsync();

        Assert.Empty(await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12345").Outcome);
    }
}
