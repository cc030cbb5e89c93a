using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>The person's vehicles with their stays, move-car notices and parking reports.</summary>
internal sealed class VehicleRecords(VehicleBook book, PlateErasure erasure) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "vehicles";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("车辆", "Vehicles");

    /// <inheritdoc/>
    public LocalizedText? Stays => null;

    /// <inheritdoc/>
    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var (entries, lines) = (new List<object>(), new List<StoreLine>());
        foreach (var vehicle in subject.Vehicles.Select(one => book.Vehicles.Find(one.Id)).OfType<Vehicle>())
        {
            var (details, (stays, notices, reports)) = (await erasure.DetailsAsync(vehicle.Id, cancellationToken), await erasure.OfPlateAsync(vehicle.Plate, cancellationToken));
            // Who asked that the car be moved is somebody else: their number is not part of this person's data.
            entries.Add(new
            {
                vehicle.Id, Plate = vehicle.Plate.Text, vehicle.Standing, details?.Owner, details?.Unit, details?.Phone, details?.Host, details?.Note, vehicle.From, vehicle.Until, vehicle.EnteredBy, vehicle.EnteredAt,
                Stays = stays.Select(stay => new { stay.State, stay.EnteredAt, stay.EntryBarrier, stay.LeftAt, stay.ExitBarrier, stay.OverstayedAt, stay.SettledAt }),
                Notices = notices.Select(notice => new { notice.AskedAt, notice.State, notice.Details.Reason, notice.ComingAt, notice.ClosedAt }),
                Reports = reports.Select(report => new { report.ReportedAt, report.Kind, report.Place, report.Note, report.State, report.HasPicture }),
            });
            lines.Add(StoreLine.Of(StoreWords.Vehicle, string.Join(" · ", new[] { vehicle.Plate.Text, details?.Unit }.OfType<string>())));
            lines.AddRange(details?.Phone is { } phone ? [StoreLine.Of(StoreWords.Phone, phone)] : []);
            lines.AddRange(from count in new[] { (StoreWords.Stay, stays.Count), (StoreWords.Notice, notices.Count), (StoreWords.Report, reports.Count) }
                           where count.Count > 0
                           select StoreLine.Of(count.Item1, count.Count.ToString(CultureInfo.InvariantCulture)));
        }

        return entries.Count == 0 ? StoreContent.Nothing : new StoreContent([new("vehicles.json", PrivacyJson.Bytes(entries))], lines);
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var erased = await erasure.EraseAsync([.. subject.Vehicles.Select(vehicle => vehicle.Id)], subject.Plates, [.. subject.Phones], by, cancellationToken);
        return StoreErasure.Done(
            new StoreCount(StoreWords.Vehicle, erased.Vehicles),
            new StoreCount(StoreWords.Stay, erased.Stays),
            new StoreCount(StoreWords.Notice, erased.Notices),
            new StoreCount(StoreWords.Report, erased.Reports),
            new StoreCount(StoreWords.Picture, erased.Pictures));
    }
}
