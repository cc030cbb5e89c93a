using Gateway.Edge.Access.Vehicles.Csv;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>
/// What property staff do with vehicles: on the registry itself, or through a running gateway. Every change is durable, with its audit fact,
/// when it returns. <c>by</c> is who does it, without personal data, such as <see cref="ActionAudit.By"/>; a gateway asked over its API
/// puts in what it knows itself. Safe for use by several threads.
/// </summary>
internal interface IVehicleDesk
{
    /// <summary>Registers a vehicle.</summary>
    Task<VehicleChange> AddAsync(VehicleDraft draft, string by, CancellationToken cancellationToken);

    /// <summary>Puts the draft in the place of what is registered; entries used so far stay used. Null when there is no such vehicle.</summary>
    Task<VehicleChange?> ChangeAsync(Guid id, VehicleDraft draft, string by, CancellationToken cancellationToken);

    /// <summary>Erases a vehicle with its name and number; false when there is none.</summary>
    Task<bool> RemoveAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>Puts a plate on the deny list.</summary>
    Task<VehicleChange> DenyAsync(VehicleDenial denial, string by, CancellationToken cancellationToken);

    /// <summary>Vehicles by plate.</summary>
    Task<IReadOnlyList<Vehicle>> ListAsync(VehicleFilter filter, CancellationToken cancellationToken);

    /// <summary>One vehicle; null when there is none.</summary>
    Task<Vehicle?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The owner's whole phone number, once the look is on record; null where there is no such vehicle or no number.</summary>
    Task<string?> RevealPhoneAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>
    /// Adds and changes what a CSV file holds (docs/vehicles.md), all rows or none; removes nothing. A dry run changes nothing and
    /// says the same.
    /// </summary>
    Task<ImportReport> ImportAsync(ReadOnlyMemory<byte> file, bool dryRun, string by, CancellationToken cancellationToken);

    /// <summary>All vehicles as CSV in UTF-8 with a byte order mark; phone numbers are masked unless asked for, which is put on record.</summary>
    Task<byte[]> ExportAsync(bool withPhones, string by, CancellationToken cancellationToken);
}
