using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;

namespace Gateway.Edge.Orders;

/// <summary>Data of the audit event that tells of an order given at the box.</summary>
/// <param name="Action"><see cref="Ordered"/>.</param>
/// <param name="Device">The device's id.</param>
/// <param name="Order">What was ordered.</param>
/// <param name="Outlet">The outlet that it concerned; null for the whole device.</param>
/// <param name="By">Who ordered it.</param>
/// <param name="Why">The reason given; null where none was asked for.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Code">Stable machine-readable cause.</param>
/// <param name="Reason">The same in words.</param>
internal sealed record DeviceOrderAudit(
    string Action, string Device, string Order, string? Outlet, string By, string? Why, CommandOutcome Outcome, string Code, LocalizedText Reason)
{
    public const string Ordered = "device-order";
}
