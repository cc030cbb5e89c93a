using System.Text;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Perception.Plates;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>Desks in memory, for what pages do with whatever a desk says. Not for what desks do.</summary>
internal sealed class MadeUpVehicles : IVehicleDesk, IVehicleStays, IMoveCarDesk, IParkingReports
{
    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public List<Vehicle> Vehicles { get; } = [];

    public List<Stay> Stays { get; } = [];

    public List<MoveCarNotice> Notices { get; } = [];

    public List<ParkingReport> Reports { get; } = [];

    public List<string> Deeds { get; } = [];

    public Occupancy Places { get; set; } = new(0, 0, 0, null, null);

    public Exception? Fault { get; set; }

    public MoveCarQuestion? Question { get; set; }

    public TimeSpan? Pause { get; set; }

    public ImportReport Report { get; set; } = new(0, 0, 0, 0, true, [], 0);

    public static PlateNumber Plate(string text) => PlateNumber.TryParse(text, out var plate) ? plate : throw new ArgumentException(text, nameof(text));

    public void Replace(IServiceCollection services) => services
        .AddSingleton<IVehicleDesk>(this).AddSingleton<IVehicleStays>(this).AddSingleton<IMoveCarDesk>(this).AddSingleton<IParkingReports>(this);

    public Vehicle Add(string plate, VehicleStanding standing, string owner = "王磊", string? unit = "3-1202", string? note = null, DateTimeOffset? until = null, int? entries = null)
    {
        var vehicle = new Vehicle(
            Guid.NewGuid(), Plate(plate), standing, owner, unit, "138****0001", null, until, entries, null, note, EnteredBy: "administrator, 127.0.0.1", EnteredAt: Now);
        Vehicles.Add(vehicle);
        return vehicle;
    }

    public Task<VehicleChange> AddAsync(VehicleDraft draft, string by, CancellationToken cancellationToken)
    {
        Check($"add {draft.Plate} {draft.Standing} {draft.Owner} {draft.Host} {draft.Entries} by {by}");
        if (!PlateNumber.TryParse(draft.Plate, out var plate))
        {
            return Task.FromResult(new VehicleChange(null, [new("plate", "invalid", new("这不是车牌号", "That is no plate number"))]));
        }

        return Task.FromResult(Vehicles.Any(vehicle => vehicle.Plate == plate)
            ? new VehicleChange(null, [new("plate", VehicleRefusal.Taken, new("这个车牌已经登记", "This plate is registered already"))])
            : new VehicleChange(Add(plate.Text, draft.Standing, draft.Owner ?? "", draft.Unit, draft.Note, draft.Until, draft.Entries), []));
    }

    public Task<VehicleChange?> ChangeAsync(Guid id, VehicleDraft draft, string by, CancellationToken cancellationToken)
    {
        Check($"change {draft.Plate} by {by}");
        var at = Vehicles.FindIndex(vehicle => vehicle.Id == id);
        if (at < 0)
        {
            return Task.FromResult<VehicleChange?>(null);
        }

        Vehicles[at] = Vehicles[at] with { Owner = draft.Owner ?? "", Unit = draft.Unit, Standing = draft.Standing, Note = draft.Note };
        return Task.FromResult<VehicleChange?>(new VehicleChange(Vehicles[at], []));
    }

    public Task<bool> RemoveAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        Check($"remove by {by}");
        return Task.FromResult(Vehicles.RemoveAll(vehicle => vehicle.Id == id) > 0);
    }

    public Task<VehicleChange> DenyAsync(VehicleDenial denial, string by, CancellationToken cancellationToken)
    {
        Check($"deny {denial.Plate} {denial.Reason} by {by}");
        return Task.FromResult(denial.Reason.Length == 0
            ? new VehicleChange(null, [new("reason", "missing", new("请填写原因", "Say why"))])
            : new VehicleChange(Add(denial.Plate, VehicleStanding.Denied, "", null, denial.Reason, denial.Until), []));
    }

    public Task<IReadOnlyList<Vehicle>> ListAsync(VehicleFilter filter, CancellationToken cancellationToken)
    {
        Check(null);
        var found = Vehicles.Where(vehicle => filter.Standing is null || vehicle.Standing == filter.Standing)
            .Where(vehicle => filter.Search is not { } part || vehicle.Plate.Text.Contains(part, StringComparison.OrdinalIgnoreCase)
                || vehicle.Owner.Contains(part, StringComparison.Ordinal) || (vehicle.Unit ?? "").Contains(part, StringComparison.Ordinal));
        return Task.FromResult<IReadOnlyList<Vehicle>>([.. found.Skip(filter.Skip).Take(filter.Limit)]);
    }

    public Task<Vehicle?> ShowAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Vehicles.Find(vehicle => vehicle.Id == id));

    public Task<string?> RevealPhoneAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        Check($"reveal by {by}");
        return Task.FromResult<string?>("13800000001");
    }

    public Task<ImportReport> ImportAsync(ReadOnlyMemory<byte> file, bool dryRun, string by, CancellationToken cancellationToken)
    {
        Check($"import {Encoding.UTF8.GetString(file.Span)} {(dryRun ? "dry" : "wet")} by {by}");
        return Task.FromResult(Report with { DryRun = dryRun });
    }

    public Task<byte[]> ExportAsync(bool withPhones, string by, CancellationToken cancellationToken)
    {
        Check($"export {withPhones} by {by}");
        return Task.FromResult("plate\r\n京A12345\r\n"u8.ToArray());
    }

    public Task<Occupancy> OccupancyAsync(CancellationToken cancellationToken)
    {
        Check(null);
        return Task.FromResult(Places);
    }

    public Task<IReadOnlyList<Stay>> ListAsync(StayFilter filter, CancellationToken cancellationToken)
    {
        Check(null);
        var now = Now;
        return Task.FromResult<IReadOnlyList<Stay>>([.. Stays
            .Where(stay => filter.Plate is not { } part || stay.Plate?.Text.Contains(part, StringComparison.OrdinalIgnoreCase) == true)
            .Where(stay => filter.Inside is not { } inside || (stay.State == StayState.Inside) == inside)
            .Where(stay => !filter.Overstaying || stay.Overstay(now) > TimeSpan.Zero).Skip(filter.Skip).Take(filter.Limit)]);
    }

    Task<Stay?> IVehicleStays.ShowAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Stays.Find(stay => stay.Id == id));

    public Task<StayChange> BeginAsync(string? plate, StayCorrection correction, string by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StayChange?> EndAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StayChange?> SettleAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<StayChange?> AddMinutesAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<MoveCarAnswer> AskAsync(MoveCarRequest request, string source, CancellationToken cancellationToken)
    {
        Check($"ask {request.Plate} {request.Reason} {request.CallerPhone} from {source}");
        return Task.FromResult(Pause is { } pause ? new MoveCarAnswer(false, new("请求太多，请稍后再试", "Too many requests; try again later"), null, [], pause)
            : PlateNumber.TryParse(request.Plate, out _) ? new MoveCarAnswer(true, new("已收到", "Taken down"), "follow-me", [], null)
            : new MoveCarAnswer(false, new("请更正", "Please put it right"), null, [new("plate", "invalid", new("这不是车牌号", "That is no plate number"))], null));
    }

    public Task<MoveCarProgress?> FollowAsync(string follow, CancellationToken cancellationToken)
    {
        Check(null);
        return Task.FromResult(follow == "follow-me" ? new MoveCarProgress(MoveCarStep.Coming, new("车主正在赶来", "The owner is on the way"), Now.AddMinutes(8)) : null);
    }

    public Task<MoveCarQuestion?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        Check(null);
        return Task.FromResult(key == "once" ? Question : null);
    }

    public Task<MoveCarReplyOutcome> AnswerAsync(string key, MoveCarReply reply, CancellationToken cancellationToken)
    {
        Check($"answer {reply.Minutes} {reply.NotMine}");
        return Task.FromResult(new MoveCarReplyOutcome(true, new("已收到，谢谢", "Thank you, that was taken down")));
    }

    public Task<IReadOnlyList<MoveCarNotice>> ListAsync(bool pendingOnly, CancellationToken cancellationToken)
    {
        Check(null);
        return Task.FromResult<IReadOnlyList<MoveCarNotice>>([.. Notices.Where(notice => !pendingOnly || notice.State != NoticeState.Closed)]);
    }

    public Task<long> CountPendingAsync(CancellationToken cancellationToken)
    {
        Check(null);
        return Task.FromResult(Notices.LongCount(notice => notice.State != NoticeState.Closed));
    }

    public Task<PhoneReveal?> RevealAsync(Guid notice, PhoneOf whose, string by, CancellationToken cancellationToken)
    {
        Check($"reveal {whose} by {by}");
        return Task.FromResult<PhoneReveal?>(new PhoneReveal("13900000002", new("请致电后结束请求", "Call, then close the request")));
    }

    public Task<MoveCarNotice?> CloseAsync(Guid notice, string by, CancellationToken cancellationToken)
    {
        Check($"close by {by}");
        var at = Notices.FindIndex(known => known.Id == notice);
        return Task.FromResult<MoveCarNotice?>(Notices[at] = Notices[at] with { State = NoticeState.Closed });
    }

    public Task<ParkingChange> ReportAsync(ParkingRequest request, string source, string by, CancellationToken cancellationToken)
    {
        Check($"report {request.Kind} {request.Place} {request.Picture?.Length} by {by}");
        if (request.Place.Length == 0)
        {
            return Task.FromResult(new ParkingChange(null, [new("place", "missing", new("请填写位置", "Say where"))]));
        }

        var report = new ParkingReport(
            Guid.NewGuid(), request.Kind, PlateNumber.TryParse(request.Plate, out var plate) ? plate : null, request.Place, request.Note, Now, by, ParkingState.Open, null, null, null, request.Picture is not null, null);
        Reports.Add(report);
        return Task.FromResult(new ParkingChange(report, []));
    }

    Task<IReadOnlyList<ParkingReport>> IParkingReports.ListAsync(bool openOnly, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ParkingReport>>([.. Reports.Where(report => !openOnly || report.State != ParkingState.Resolved)]);

    Task<ParkingReport?> IParkingReports.ShowAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(Reports.Find(report => report.Id == id));

    public Task<ParkingChange?> TellOwnerAsync(Guid id, string by, CancellationToken cancellationToken) => Change(id, "tell", report => report with { State = ParkingState.OwnerTold, ToldAt = Now });

    public async Task<ParkingReport?> ResolveAsync(Guid id, string by, CancellationToken cancellationToken) =>
        (await Change(id, "resolve", report => report with { State = ParkingState.Resolved, ResolvedAt = Now, ResolvedBy = by }))?.Report;

    public Task<byte[]?> PictureAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        Check($"picture by {by}");
        return Task.FromResult<byte[]?>([0xFF, 0xD8, 0xFF, 0xD9]);
    }

    private Task<ParkingChange?> Change(Guid id, string deed, Func<ParkingReport, ParkingReport> change)
    {
        Check(deed);
        var at = Reports.FindIndex(report => report.Id == id);
        return Task.FromResult(at < 0 ? null : new ParkingChange(Reports[at] = change(Reports[at]), []));
    }

    private void Check(string? deed)
    {
        if (Fault is { } fault)
        {
            throw fault;
        }

        if (deed is not null)
        {
            Deeds.Add(deed);
        }
    }
}
