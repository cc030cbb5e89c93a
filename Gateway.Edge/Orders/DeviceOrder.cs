namespace Gateway.Edge.Orders;

/// <summary>What somebody at the box orders of a device.</summary>
/// <param name="Device">The device's id.</param>
/// <param name="Order">Stable name of the order, such as <c>barrier-raise</c>.</param>
/// <param name="Outlet">The outlet that it concerns; null for the whole device.</param>
/// <param name="By">Who gives it, such as <c>local:duty</c>.</param>
/// <param name="Why">The reason; null where none was asked for.</param>
internal sealed record DeviceOrder(string Device, string Order, string? Outlet, string By, string? Why)
{
    /// <summary>An order from a request that has no <see cref="OrderRequest.Problem"/>.</summary>
    public static DeviceOrder Of(string device, string order, OrderRequest request, string? outlet = null) =>
        new(device, order, outlet, $"local:{request.By.Trim()}", request.Why?.Trim());
}
