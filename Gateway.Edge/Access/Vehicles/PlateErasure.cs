using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Erases what <c>vehicles.db</c> holds of one person's vehicles, at the person's wish. Done again, it changes nothing.</summary>
internal sealed class PlateErasure(VehicleDatabase database, NoticeRows notices, ParkingRows reports, VehicleRows rows, VehicleBook book, IMediaStore media, TimeProvider clock)
{
    /// <summary>What stands in place of a name that was erased.</summary>
    public const string Blank = "—";

    private const int AllNotices = 100_000;

    /// <summary>Erases vehicles, and stays, notices and reports of their plates; nothing of it is left in the file or its log when it returns.</summary>
    /// <param name="vehicles">Ids.</param>
    /// <param name="plates">Their plates.</param>
    /// <param name="phones">The person's numbers: what was asked from one of them goes too.</param>
    /// <param name="by">Who does it, without personal data.</param>
    /// <param name="cancellationToken">Gives up in between changes.</param>
    public async Task<PlatesErased> EraseAsync(
        IReadOnlyList<Guid> vehicles, IReadOnlyList<string> plates, IReadOnlyCollection<string> phones, string by, CancellationToken cancellationToken)
    {
        // Pictures first: a stop in between leaves a report without its picture, never a picture that nobody knows of.
        var pictures = 0;
        foreach (var picture in await database.ReadAsync(file => plates.SelectMany(plate => Texts(file, PicturesOf, plate)).Distinct(StringComparer.Ordinal).ToList(), cancellationToken))
        {
            pictures += await media.DeleteAsync(picture, cancellationToken) ? 1 : 0;
        }

        var known = new List<Guid>();
        var erased = await database.ChangeAsync(
            change =>
            {
                var now = clock.GetUtcNow();
                known = [.. vehicles.Where(id => book.Vehicles.Find(id) is not null)];
                foreach (var id in vehicles)
                {
                    if (book.Vehicles.Find(id) is { } vehicle)
                    {
                        change.Record(VehicleAudits.Of(VehicleAudit.Removed, vehicle, by, now));
                    }

                    VehicleRows.Delete(change.File, id);
                }

                var (stays, asked, told) = (0, CallsOf(change.File, phones), 0);
                foreach (var plate in plates)
                {
                    stays += change.File.Execute("DELETE FROM stay WHERE plate = $plate", ("$plate", plate));
                    asked += change.File.Execute("DELETE FROM notice WHERE plate = $plate", ("$plate", plate));
                    told += change.File.Execute("DELETE FROM report WHERE plate = $plate", ("$plate", plate));
                }

                return new PlatesErased(known.Count, stays, asked, told, pictures);
            },
            _ =>
            {
                book.Vehicles = book.Vehicles.Without(known);
                foreach (var stay in plates.Select(book.Stays.Find).OfType<Stay>())
                {
                    book.Stays = book.Stays.With(stay with { State = StayState.LeftUnseen });
                }
            },
            cancellationToken);
        await database.EmptyLogAsync(CancellationToken.None);
        return erased;
    }

    /// <summary>Takes words out of hosts and notes of what stays: other people's vehicles and reports. Returns how many rows changed.</summary>
    public async Task<int> BlankAsync(Func<string?, string?> blank, CancellationToken cancellationToken)
    {
        var changed = new List<Vehicle>();
        var count = await database.ChangeAsync(
            change =>
            {
                foreach (var vehicle in book.Vehicles.All)
                {
                    if (rows.ReadDetails(change.File, vehicle.Id) is { } before && Blanked(before, blank) is var after && after != before)
                    {
                        var kept = vehicle with { Note = after.Note, Grant = vehicle.Grant is { } grant ? grant with { Host = after.Host ?? "" } : null };
                        rows.Put(change.File, kept, after);
                        changed.Add(kept);
                    }
                }

                var told = reports.List(change.File, openOnly: false, AllNotices).Where(report => blank(report.Place) != report.Place || blank(report.Note) != report.Note).ToList();
                told.ForEach(report => reports.Put(
                    change.File, report with { Place = blank(report.Place) ?? Blank, Note = blank(report.Note) }, reports.Find(change.File, report.Id)?.Picture));
                var asked = notices.List(change.File, pendingOnly: false, AllNotices).Where(notice => blank(notice.Details.Reason) != notice.Details.Reason).ToList();
                asked.ForEach(notice => notices.Put(change.File, notice with { Details = notice.Details with { Reason = blank(notice.Details.Reason) } }));
                return changed.Count + told.Count + asked.Count;
            },
            _ => book.Vehicles = book.Vehicles.With(changed),
            cancellationToken);
        await database.EmptyLogAsync(CancellationToken.None);
        return count;
    }

    /// <summary>What is kept of a vehicle beyond the list: whole number, host and note. Null where there is none.</summary>
    public Task<VehicleDetails?> DetailsAsync(Guid vehicle, CancellationToken cancellationToken) => database.ReadAsync(file => rows.ReadDetails(file, vehicle), cancellationToken);

    /// <summary>Stays, notices and reports of a plate.</summary>
    public Task<(List<Stay> Stays, List<Notice> Notices, List<ParkingReport> Reports)> OfPlateAsync(PlateNumber plate, CancellationToken cancellationToken) => database.ReadAsync(
        file => (
            StayRows.List(file, new StayFilter(plate.Text), AllNotices).Where(stay => stay.Plate == plate).ToList(),
            notices.List(file, pendingOnly: false, AllNotices).Where(notice => notice.Plate == plate).ToList(),
            reports.List(file, openOnly: false, AllNotices).Where(report => report.Plate == plate).ToList()),
        cancellationToken);

    private const string PicturesOf = "SELECT picture FROM report WHERE plate = $plate AND picture IS NOT NULL AND picture NOT IN (SELECT picture FROM report WHERE plate <> $plate AND picture IS NOT NULL)";

    private static VehicleDetails Blanked(VehicleDetails details, Func<string?, string?> blank) => details with { Host = blank(details.Host), Note = blank(details.Note) };

    private int CallsOf(SqliteConnection file, IReadOnlyCollection<string> phones) => phones.Count == 0 ? 0 : notices.List(file, pendingOnly: false, AllNotices)
        .Where(notice => notice.Details.CallerPhone is { } caller && phones.Contains(caller))
        .Sum(notice => file.Execute("DELETE FROM notice WHERE id = $id", ("$id", Columns.Key(notice.Id))));

    private static List<string> Texts(SqliteConnection file, string sql, string plate)
    {
        using var command = file.Prepare(sql, ("$plate", plate));
        using var found = command.ExecuteReader();
        var texts = new List<string>();
        while (found.Read())
        {
            texts.Add(found.GetString(0));
        }

        return texts;
    }
}
