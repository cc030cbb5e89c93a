using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>A report of a vehicle that stands in the way.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Kind">How it stands.</param>
/// <param name="Plate">Its number; null where it could not be read.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">A word; text of whoever reported.</param>
/// <param name="ReportedAt">When.</param>
/// <param name="ReportedBy">Who, without personal data.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ToldAt">When the owner was asked to move it; null while not.</param>
/// <param name="ResolvedAt">When the lane was free; null while it is not.</param>
/// <param name="ResolvedBy">Who said so, without personal data.</param>
/// <param name="HasPicture">There is a picture: <see cref="IParkingReports.PictureAsync"/>.</param>
/// <param name="Notice">The notice to the owner; null while there is none.</param>
internal sealed record ParkingReport(
    Guid Id,
    ParkingKind Kind,
    PlateNumber? Plate,
    string Place,
    string? Note,
    DateTimeOffset ReportedAt,
    string ReportedBy,
    ParkingState State,
    DateTimeOffset? ToldAt,
    DateTimeOffset? ResolvedAt,
    string? ResolvedBy,
    bool HasPicture,
    Guid? Notice);
