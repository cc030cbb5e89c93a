using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Accounts;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.Erasure;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>Tells what is stored on whom, for what and for how long, from the registries and the configuration as they are. Safe for several threads.</summary>
internal sealed class InventoryReader(
    ResidentRegistry residents,
    GrantBook grants,
    VehicleBook vehicles,
    RowDates rows,
    JournalTally tally,
    DiskCounts disk,
    AccountBook accounts,
    StrangerBook strangers,
    ReturningFaces returning,
    InvitationBook invitations,
    ErasureDesk erasures,
    VehicleOptions vehicleOptions,
    GrantOptions grantOptions,
    IOptions<StrangerOptions> strangerOptions,
    IOptions<JournalOptions> journalOptions,
    IOptions<PrivacyOptions> options)
{
    // As strangers' alerts call it.
    private const string Portrait = "portrait";

    /// <summary>Every kind of thing, one row each.</summary>
    public async Task<IReadOnlyList<InventoryRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var everybody = await residents.ListAsync(cancellationToken);
        var (withFace, templates, photos) = (everybody.Count(one => one.Templates > 0), everybody.Sum(one => one.Templates), everybody.Sum(one => one.PhotosKept));
        var workers = grants.Now.Workers.ToList();
        var (guests, guestEnd) = rows.Guests();
        var (stays, notices, reports) = (await rows.StaysAsync(cancellationToken), await rows.NoticesAsync(cancellationToken), await rows.ReportsAsync(cancellationToken));
        var passes = rows.Passes();
        return
        [
            new(InventoryWords.Registrations, InventoryWords.Residents, new($"{everybody.Count} 人（有人脸 {withFace}，无人脸 {everybody.Count - withFace}）", $"{everybody.Count} people ({withFace} with a face, {everybody.Count - withFace} without)"), InventoryWords.ToLetIn, InventoryWords.UntilErased),
            new(InventoryWords.Templates, InventoryWords.Residents, new($"{templates} 个模板，{photos} 张照片", $"{templates} templates, {photos} photos"), InventoryWords.ToRecognise, InventoryWords.UntilWithdrawn),
            new(InventoryWords.Workers, InventoryWords.Temporary, new($"{workers.Count} 人，模板 {workers.Sum(one => one.Templates)} 个", $"{workers.Count} people, {workers.Sum(one => one.Templates)} templates"), InventoryWords.ToLetIn, InventoryWords.AfterGrant(grantOptions.KeepDays), rows.EndedGrants()?.AddDays(grantOptions.KeepDays)),
            new(InventoryWords.ResidentVehicles, InventoryWords.Residents, Number(vehicles.Vehicles.Count - guests), InventoryWords.ToLetIn, InventoryWords.UntilRemoved),
            new(InventoryWords.GuestVehicles, InventoryWords.Guests, Number(guests), InventoryWords.ToLetIn, InventoryWords.After(vehicleOptions.VisitorDays), guestEnd?.AddDays(vehicleOptions.VisitorDays)),
            new(InventoryWords.Stays, InventoryWords.Drivers, Number(stays.Count), InventoryWords.ToPark, InventoryWords.After(vehicleOptions.StayDays), stays.Oldest?.AddDays(vehicleOptions.StayDays)),
            new(InventoryWords.Notices, InventoryWords.Drivers, Number(notices.Count), InventoryWords.ToTell, InventoryWords.After(vehicleOptions.NoticeDays), notices.Oldest?.AddDays(vehicleOptions.NoticeDays)),
            new(InventoryWords.Reports, InventoryWords.Drivers, Number(reports.Count), InventoryWords.ToKeepFree, InventoryWords.After(vehicleOptions.ReportDays), reports.Oldest?.AddDays(vehicleOptions.ReportDays)),
            new(InventoryWords.Passes, InventoryWords.Holders, Number(passes.Count), InventoryWords.ToLetIn, InventoryWords.After((int)PassErasure.KeptFor.TotalDays), passes.Oldest + PassErasure.KeptFor),
            new(InventoryWords.StrangerFaces, InventoryWords.Strangers, Number(strangers.Count), InventoryWords.ToTellStrangers, InventoryWords.Window(strangerOptions.Value.Window)),
            new(
                InventoryWords.ReturningFaces, InventoryWords.Strangers, Number(returning.All.Count), InventoryWords.ToTellStrangers,
                InventoryWords.Remembered(strangerOptions.Value.RememberFor), OldestOf(returning.All)),
            new(InventoryWords.Invitations, InventoryWords.Temporary, Number(invitations.All.Count()), InventoryWords.ToLetIn, InventoryWords.WithGrant),
            .. Journal(),
            .. Rings(),
            new(InventoryWords.Accounts, InventoryWords.Staff, Number(accounts.All.Count), InventoryWords.ToSignIn, InventoryWords.UntilDisabled),
            new(InventoryWords.Proofs, InventoryWords.Erased, Number((await erasures.ListAsync(1000, cancellationToken)).Count), InventoryWords.ToProve, InventoryWords.NoEnd),
            new(InventoryWords.Backups, InventoryWords.All, InventoryWords.Unknown, InventoryWords.ToRestore, InventoryWords.BackupDays(options.Value.BackupDays)),
            .. disk.SetAside is { Count: > 0 } aside ? (IEnumerable<InventoryRow>)[new(InventoryWords.SetAside, InventoryWords.All, new(string.Join("、", aside), string.Join(", ", aside)), InventoryWords.ToRestore, InventoryWords.ByHand)] : [],
        ];
    }

    private DateTimeOffset? OldestOf(IReadOnlyCollection<RememberedFace> faces) =>
        faces.Count == 0 ? null : faces.Min(face => face.Since) + strangerOptions.Value.RememberFor;

    private IEnumerable<InventoryRow> Journal()
    {
        var (keep, count) = (journalOptions.Value.KeepReceipted, tally.Now);
        var (retention, due) = (InventoryWords.Receipted(keep), count?.OldestAt + keep);
        yield return new(InventoryWords.Records, InventoryWords.Everybody, Of(count?.Kinds.Values.Sum()), InventoryWords.ToProveEvents, retention, due);
        yield return new(InventoryWords.Audit, InventoryWords.Staff, Of(count?.Kinds.GetValueOrDefault("audit")), InventoryWords.ToAudit, retention, due);
        yield return new(InventoryWords.Portraits, InventoryWords.Strangers, Of(count?.Roles.GetValueOrDefault(Portrait)), InventoryWords.ToTellStrangers, InventoryWords.NoEnd);
        yield return new(InventoryWords.Media, InventoryWords.Everybody, Number(disk.Media), InventoryWords.ToProveEvents, InventoryWords.NoEnd);
    }

    private IEnumerable<InventoryRow> Rings() => disk.Rings is not { Count: > 0 } rings
        ? []
        : [new(InventoryWords.Rings, InventoryWords.Everybody, InventoryWords.Cameras(rings.Count), InventoryWords.ToFreeze, InventoryWords.Ring(rings.Max()))];

    private static LocalizedText Of(long? count) => count is { } number ? Number(number) : InventoryWords.Counting;

    private static LocalizedText Number(long count)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return new(text, text);
    }
}
