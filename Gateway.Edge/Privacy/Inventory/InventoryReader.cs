namespace Gateway.Edge.Privacy.Inventory;

internal sealed class InventoryReader
{
    public Task<IReadOnlyList<InventoryRow>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<InventoryRow>>([]);
}
