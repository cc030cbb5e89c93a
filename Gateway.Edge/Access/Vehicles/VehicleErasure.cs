using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Erases what is kept of people and vehicles once its time is over. The times are in <see cref="VehicleOptions"/> and docs/privacy.md.</summary>
internal sealed class VehicleErasure(VehicleDatabase database, VehicleBook book, IMediaStore media, VehicleOptions options, TimeProvider clock)
{
    /// <summary>Erases what is due. Nothing of it is left in the file or its log when it returns.</summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Pictures first: a stop in between leaves a report without its picture, never a picture that nobody knows of.
        foreach (var picture in await database.ReadAsync(file => ParkingRows.PicturesBefore(file, now.AddDays(-options.ReportDays)), cancellationToken))
        {
            await media.DeleteAsync(picture, cancellationToken);
        }

        List<Guid> vehicles = [];
        var erased = await database.ChangeAsync(
            change =>
            {
                EndNameless(change, now);
                vehicles = [.. book.Vehicles.All.Where(vehicle => IsDue(vehicle, now)).Select(vehicle => vehicle.Id)];
                vehicles.ForEach(id => VehicleRows.Delete(change.File, id));
                var (stays, notices, reports) = (
                    StayRows.DeleteBefore(change.File, now.AddDays(-options.StayDays)),
                    NoticeRows.DeleteBefore(change.File, now.AddDays(-options.NoticeDays)),
                    ParkingRows.DeleteBefore(change.File, now.AddDays(-options.ReportDays)));
                if (vehicles.Count + stays + notices + reports > 0)
                {
                    change.Record(VehicleAudits.Erased(vehicles.Count, stays, notices, reports, now));
                }

                return vehicles.Count + stays + notices + reports;
            },
            _ => Forget(vehicles, now),
            cancellationToken);
        if (erased > 0)
        {
            await database.EmptyLogAsync(cancellationToken);
        }
    }

    // One that is still inside stays known until it has left: an overstay may be open.
    private bool IsDue(Vehicle vehicle, DateTimeOffset now) =>
        vehicle.Standing != VehicleStanding.Resident
        && vehicle.Until is { } until
        && until < now.AddDays(-options.VisitorDays)
        && book.Stays.Find(vehicle.Plate.Text) is null;

    private void EndNameless(VehicleTransaction change, DateTimeOffset now)
    {
        foreach (var stay in book.Stays.All.Where(stay => IsForgotten(stay, now)))
        {
            StayRows.Put(change.File, StayMoves.End(stay, StayState.LeftUnseen, null, now));
        }
    }

    private bool IsForgotten(Stay stay, DateTimeOffset now) => stay.Plate is null && stay.EnteredAt < now.AddHours(-options.NamelessHours);

    private void Forget(List<Guid> vehicles, DateTimeOffset now)
    {
        book.Vehicles = book.Vehicles.Without(vehicles);
        foreach (var stay in book.Stays.All.Where(stay => IsForgotten(stay, now)))
        {
            book.Stays = book.Stays.With(StayMoves.End(stay, StayState.LeftUnseen, null, now));
        }
    }
}
