using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Residents;

/// <summary>A resident in the list.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Unit">Building and flat.</param>
/// <param name="MaskedPhone">The phone number, masked; null for none.</param>
/// <param name="Face">Whether gates know the face.</param>
/// <param name="Passes">Cards and codes that open gates now, in words.</param>
/// <param name="Vehicles">The first vehicles of the flat.</param>
/// <param name="MoreVehicles">How many more there are.</param>
/// <param name="Lease">When the lease ends; null for owners.</param>
public sealed record ResidentLine(
    Guid Id,
    string Name,
    string Unit,
    string? MaskedPhone,
    TonedWords Face,
    LocalizedText Passes,
    IReadOnlyList<PlateView> Vehicles,
    int MoreVehicles,
    TonedWords? Lease);
