namespace Gateway.Edge.Privacy.Inventory;

internal sealed class InventoryReader
{
}
