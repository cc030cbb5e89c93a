namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>
/// Reports of vehicles on fire lanes and of double-parked ones. Every change is durable, with its journal record, when it returns. <c>by</c>
/// is who does it, without personal data. Safe for use by several threads.
/// </summary>
internal interface IParkingReports
{
    /// <summary>Takes a report down.</summary>
    /// <param name="request">What is reported.</param>
    /// <param name="source">Where it comes from, for the limit on reports: an address. Empty for staff with a log-in, who are not limited.</param>
    /// <param name="by">Who reports, without personal data.</param>
    /// <param name="cancellationToken">Gives up before anything is taken down.</param>
    Task<ParkingChange> ReportAsync(ParkingRequest request, string source, string by, CancellationToken cancellationToken);

    /// <summary>Reports, the newest first, at most 500.</summary>
    /// <param name="openOnly">Only those that are not resolved.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ParkingReport>> ListAsync(bool openOnly, CancellationToken cancellationToken);

    /// <summary>One report; null when there is none.</summary>
    Task<ParkingReport?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Asks the owner to move it, by the same way as a move-car notice; refused where the plate is unknown. Null when there is no such report.</summary>
    Task<ParkingChange?> TellOwnerAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>The lane is free; null when there is no such report. Twice changes nothing.</summary>
    Task<ParkingReport?> ResolveAsync(Guid id, string by, CancellationToken cancellationToken);

    /// <summary>The JPEG, once the look is on record; null where there is none, or no longer.</summary>
    Task<byte[]?> PictureAsync(Guid id, string by, CancellationToken cancellationToken);
}
