using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Fills memory from the file before the first vehicle comes, and gives the journal what it still lacks.</summary>
internal sealed class VehiclesStart(VehicleDatabase database, VehicleRows rows, VehicleBook book, ILogger<VehiclesStart> logger) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await database.CatchUpAsync(cancellationToken);
        VehiclesLog.Loaded(logger, book.Vehicles.Count, book.Stays.Count);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<bool> LoadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        file =>
        {
            book.Vehicles = Rules.VehicleSnapshot.Empty.With(rows.ReadAll(file));
            var stays = Rules.StaySnapshot.Empty;
            foreach (var stay in StayRows.Inside(file))
            {
                stays = stays.With(stay);
            }

            book.Stays = stays;
            return true;
        },
        cancellationToken);
}
