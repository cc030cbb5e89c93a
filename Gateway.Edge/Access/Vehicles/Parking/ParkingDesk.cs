using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Parking;

/// <summary>Takes reports of vehicles in the way down, has their owners told, and keeps their pictures among the journal's media.</summary>
internal sealed class ParkingDesk(
    VehicleDatabase database,
    ParkingRows rows,
    NoticeIntake intake,
    NoticeBell bell,
    IMediaStore media,
    MoveCarWords words,
    VehicleOptions options,
    TimeProvider clock) : IParkingReports
{
    private const int MostListed = 500;
    private const int MostOpen = 500;
    private const int LongestPlace = 64;
    private const int LongestBy = 128;

    private readonly AskLimit _limit = new(options.MoveCar.PerSource, options.MoveCar.Overall, options.MoveCar.Window, clock);

    /// <inheritdoc/>
    public async Task<ParkingChange> ReportAsync(ParkingRequest request, string source, string by, CancellationToken cancellationToken)
    {
        var refusals = new List<VehicleRefusal>();
        var place = VehicleFields.Text("place", request.Place, LongestPlace, needed: true, refusals);
        var note = VehicleFields.Text("note", request.Note, VehicleFields.LongestNote, needed: false, refusals);
        PlateNumber? plate = null;
        if (!string.IsNullOrWhiteSpace(request.Plate) && !PlateNumber.TryParse(request.Plate, out plate))
        {
            refusals.Add(VehicleRefusals.Plate);
        }

        if (!Enum.IsDefined(request.Kind))
        {
            refusals.Add(ParkingWords.Kind);
        }

        if (refusals.Count == 0 && _limit.Take(source) is { } wait)
        {
            refusals.Add(new VehicleRefusal("source", "too-often", words.TooOften(wait)));
        }

        // Only now: decoding a picture is work that nobody gets for nothing.
        var picture = refusals.Count == 0 && request.Picture is { } given ? ReportPicture.Clean(given) : null;
        if (refusals.Count == 0 && request.Picture is not null && picture is null)
        {
            refusals.Add(ParkingWords.Picture);
        }

        return refusals.Count > 0
            ? new ParkingChange(null, refusals)
            : await StoreAsync(new ParkingReport(
                Guid.NewGuid(), request.Kind, plate, place!, note, clock.GetUtcNow(), by.Length <= LongestBy ? by : by[..LongestBy], ParkingState.Open, null, null, null, picture is not null, null), picture, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ParkingReport>> ListAsync(bool openOnly, CancellationToken cancellationToken) =>
        await database.ReadAsync(file => rows.List(file, openOnly, MostListed), cancellationToken);

    /// <inheritdoc/>
    public Task<ParkingReport?> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(file => rows.Find(file, id)?.Report, cancellationToken);

    /// <inheritdoc/>
    public async Task<ParkingChange?> TellOwnerAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var told = await database.ChangeAsync(change => Tell(change, id, by), remember: null, cancellationToken);
        bell.Ring();
        return told;
    }

    /// <inheritdoc/>
    public Task<ParkingReport?> ResolveAsync(Guid id, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            if (rows.Find(change.File, id) is not { } found || found.Report.State == ParkingState.Resolved)
            {
                return rows.Find(change.File, id)?.Report;
            }

            var now = clock.GetUtcNow();
            var resolved = found.Report with { State = ParkingState.Resolved, ResolvedAt = now, ResolvedBy = by.Length <= LongestBy ? by : by[..LongestBy] };
            rows.Put(change.File, resolved, found.Picture);
            if (found.Report.Notice is { } notice)
            {
                intake.Close(change, notice, now);
            }

            change.Record(VehicleAudits.Make(VehicleAudit.ReportResolved, id, by, now, ParkingWords.Resolved));
            return resolved;
        },
        remember: null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<byte[]?> PictureAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        var picture = await database.ReadAsync(file => rows.Find(file, id)?.Picture, cancellationToken);
        if (picture is null || await media.ReadAsync(picture, cancellationToken) is not { } bytes)
        {
            return null;
        }

        await database.ChangeAsync(
            change =>
            {
                change.Record(VehicleAudits.Make(VehicleAudit.PictureShown, id, by, clock.GetUtcNow(), ParkingWords.Shown));
                return true;
            },
            remember: null,
            cancellationToken);
        return bytes;
    }

    private async Task<ParkingChange> StoreAsync(ParkingReport report, byte[]? picture, CancellationToken cancellationToken)
    {
        // The picture first: a record never names one that is not there.
        MediaReference? medium = picture is null ? null : await media.StoreAsync(picture, "image/jpeg", "parking", cancellationToken);
        return await database.ChangeAsync(
            change =>
            {
                if (ParkingRows.CountOpen(change.File) >= MostOpen)
                {
                    return new ParkingChange(null, [ParkingWords.TooMany]);
                }

                rows.Put(change.File, report, medium?.Sha256);
                var audit = VehicleAudits.Make(VehicleAudit.Reported, report.Id, report.ReportedBy, report.ReportedAt, ParkingWords.Reported(report.Kind));
                change.Record(audit, medium is null ? [] : [medium]);
                return new ParkingChange(report, []);
            },
            remember: null,
            cancellationToken);
    }

    private ParkingChange? Tell(VehicleTransaction change, Guid id, string by)
    {
        if (rows.Find(change.File, id) is not { } found)
        {
            return null;
        }

        var (report, now) = (found.Report, clock.GetUtcNow());
        if (report.State == ParkingState.Resolved || report.Plate is null)
        {
            return new ParkingChange(null, [report.Plate is null ? ParkingWords.NoPlate : ParkingWords.Over]);
        }

        if (intake.Take(change, report.Plate, new NoticeDetails(ParkingWords.Reason(report.Kind), null), id, by, now) is not { } notice)
        {
            return new ParkingChange(null, [new VehicleRefusal("id", "too-many", words.TooBusy)]);
        }

        var isSent = notice.State is not (NoticeState.ToCall or NoticeState.Closed);
        var told = report with { State = isSent ? ParkingState.OwnerTold : ParkingState.ToCall, ToldAt = isSent ? now : null, Notice = notice.Id };
        rows.Put(change.File, told, found.Picture);
        change.Record(VehicleAudits.Make(VehicleAudit.ReportTold, id, by, now, isSent ? ParkingWords.Told : ParkingWords.PassedOn));
        return new ParkingChange(told, []);
    }
}
