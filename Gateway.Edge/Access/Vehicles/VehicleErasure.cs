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

        var (vehicles, over) = (new List<Guid>(), new List<Stay>());
        var erased = await database.ChangeAsync(
            change =>
            {
                over = [.. book.Stays.All.Where(stay => IsForgotten(stay, now)).Select(stay => StayMoves.End(stay, StayState.LeftUnseen, null, now))];
                over.ForEach(stay => End(change, stay, now));
                vehicles = [.. book.Vehicles.All.Where(vehicle => IsDue(vehicle, now)).Select(vehicle => vehicle.Id)];
                vehicles.ForEach(id => VehicleRows.Delete(change.File, id));
                NoticeRows.CloseBefore(change.File, now - Notice.OverAfter, now);
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
            _ => Forget(vehicles, over),
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

    private static void End(VehicleTransaction change, Stay stay, DateTimeOffset now)
    {
        StayRows.Put(change.File, stay);
        change.Record(VehicleAudits.Make(VehicleAudit.StayEnded, stay.Id, VehicleAudit.Gateway, now, StayRefusals.ForgottenWords));
    }

    private bool IsForgotten(Stay stay, DateTimeOffset now) => stay.Plate is { } plate
        ? LastSign(stay, book.Vehicles.Find(plate.Text)) < now.AddDays(-options.UnseenDays)
        : stay.EnteredAt < now.AddHours(-options.NamelessHours);

    // Null where its time never comes: a resident may be away without the car, and is let in however full the compound is.
    private static DateTimeOffset? LastSign(Stay stay, Vehicle? vehicle)
    {
        var registered = vehicle is { Standing: not VehicleStanding.Denied };
        if (stay.EnteredAt is not { } entered || (registered && vehicle!.Until is null))
        {
            return null;
        }

        DateTimeOffset?[] signs = [entered, entered.AddMinutes(stay.AllowedMinutes ?? 0), stay.SettledAt, registered ? vehicle!.Until : null];
        return signs.Max();
    }

    private void Forget(List<Guid> vehicles, List<Stay> over)
    {
        book.Vehicles = book.Vehicles.Without(vehicles);
        over.ForEach(stay => book.Stays = book.Stays.With(stay));
    }
}
