using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Charging.Learning;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Console.Charging;

/// <summary>Puts together what the pages of charging show. Safe for several threads.</summary>
internal sealed class ChargingReader(IDeviceDirectory devices, LiveSessions live, SessionStore store, TimeProvider time)
{
    /// <summary>Sessions that the page lists; the history has the others.</summary>
    private const int ShownLast = 8;

    private static readonly (LocalizedText Words, TimeSpan Span)[] s_spans =
        [(ChargingTexts.Today, TimeSpan.FromDays(1)), (ChargingTexts.Week, TimeSpan.FromDays(7)), (ChargingTexts.Month, TimeSpan.FromDays(30))];

    /// <summary>Every shed of the hardware file, from memory.</summary>
    public IReadOnlyList<ShedCard> Sheds()
    {
        var health = DeviceLines.Of(devices).ToDictionary(line => line.Id, StringComparer.Ordinal);
        return [.. devices.Of<IChargingPoint>().Select(point => new ShedCard(
            point.Id.Value,
            point.Name.Localized(),
            health.GetValueOrDefault(point.Id.Value) is { Tone: >= Tone.High, Reason: { } trouble } ? trouble : null,
            [.. point.Outlets.Select(outlet => CardOf(point, outlet))]))];
    }

    /// <summary>Findings, energy and the last sessions, from the disk.</summary>
    /// <param name="since">Nothing from before is listed; null for no limit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It cannot be read.</exception>
    public Task<ChargingOverview> OverviewAsync(DateTimeOffset? since, CancellationToken cancellationToken) => store.ReadAsync(
        file => new ChargingOverview(
            [.. FindingRows.Open(file, since).Select(finding => new FindingLine(finding.Session, WhereOf(finding.Outlet), FindingWords.Of(finding), finding.FoundAt))],
            [.. s_spans.Select(span => SessionRows.Sum(file, time.GetUtcNow() - span.Span) is var (count, energy) ? new EnergySum(span.Words, energy, count) : null!)],
            [.. SessionRows.Past(file, new SessionFilter(Since: since), 0, ShownLast).Select(LineOf)]),
        cancellationToken);

    /// <summary>A page of past sessions, and whether there are more.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It cannot be read.</exception>
    public async Task<(IReadOnlyList<ChargeLine> Lines, bool More)> HistoryAsync(SessionFilter filter, int page, int rows, CancellationToken cancellationToken)
    {
        var sessions = await store.ReadAsync(file => SessionRows.Past(file, filter, (page - 1) * rows, rows + 1), cancellationToken);
        return ([.. sessions.Take(rows).Select(LineOf)], sessions.Count > rows);
    }

    /// <summary>Shed and outlet in words; ids where the shed stands no more.</summary>
    public LocalizedText WhereOf(OutletId outlet)
    {
        var name = devices.Of<IChargingPoint>().FirstOrDefault(point => point.Id.Value == outlet.Device)?.Name.Localized() ?? new LocalizedText(outlet.Device, outlet.Device);
        return new(
            Language.Chinese.Fill(ChargeTexts.Outlet, name.Zh, outlet.Outlet),
            Language.English.Fill(ChargeTexts.Outlet, name.En, outlet.Outlet));
    }

    private ChargeLine LineOf(ChargeSession session) => new(
        session.Id,
        WhereOf(new OutletId(session.Device, session.Outlet)),
        session.Begun,
        session.Took(time.GetUtcNow()),
        session.WattHours,
        SessionWords.Of(session.Reason!.Value),
        ChargeFormat.ToneOf(session.Reason.Value),
        ChargeFormat.IconOf(session.Reason.Value));

    private OutletCard CardOf(IChargingPoint point, OutletStatus outlet)
    {
        var view = live.At(new OutletId(point.Id.Value, outlet.Id))?.View();
        var (tone, icon) = outlet switch
        {
            { State: OutletState.Stuck } => (Tone.Emergency, "flame"),
            { State: OutletState.Unknown } => (Tone.Unknown, "unknown"),
            { State: OutletState.CuttingOff } => (Tone.High, "bolt"),
            { State: OutletState.Charging or OutletState.Idle } => (Tone.Good, "bolt"),
            { Refusal: not null } => (Tone.High, "ban"),
            _ => (Tone.Unknown, "plug"),
        };
        var reason = view is { Ending: { } ending } ? SessionWords.Of(ending)
            : view is { Phase: ChargePhase.Charging } ? null
            : view is not null ? ChargeTexts.Of(view.Phase)
            : outlet.State is OutletState.Idle or OutletState.Charging ? ChargingTexts.WithoutSession
            : outlet.Refusal?.Localized();
        return new OutletCard(
            outlet.Id,
            outlet is { State: OutletState.Off, Refusal: not null } ? ChargeTexts.NotNow : ChargingTexts.Of(outlet.State),
            tone,
            icon,
            reason,
            outlet.Meter is { Power: var power } && double.IsFinite(power) ? power : null,
            view?.Session.Id,
            view?.Session.WattHours,
            view?.Session.Begun);
    }
}
