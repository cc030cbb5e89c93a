using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.Strangers;

/// <summary>Reads what the page of strangers shows. Safe for several threads.</summary>
internal sealed class VisitsReader(
    VisitStore store, ReturningFaces faces, IDeviceDirectory devices, IResidentDirectory residents, IOptions<StrangerOptions> options, TimeProvider time)
{
    /// <summary>Visits of one page.</summary>
    public const int Rows = 30;

    /// <summary>How far back the rates look.</summary>
    public static TimeSpan RatesOver => StrangerOptions.KeepVisits;

    /// <summary>No stranger is told of: faces of residents are missing, and an unknown face may be a resident's.</summary>
    public bool IsPaused => !residents.IsComplete;

    /// <summary>How long faces are remembered; zero where they are not.</summary>
    public TimeSpan RememberFor => options.Value.RememberFor;

    /// <summary>How long somebody has to stay at a gate to linger; zero where nobody does.</summary>
    public TimeSpan LoiterAfter => options.Value.LoiterAfter;

    /// <summary>The page for a filter.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The visits cannot be read.</exception>
    public VisitsView Read(VisitFilter filter)
    {
        var found = store.List(filter with { Limit = Rows + 1 });
        var rates = store.Rates(time.GetUtcNow() - RatesOver);
        return new VisitsView([.. found.Take(Rows).Select(LineOf)], found.Count > Rows, rates, Gates(rates.Select(rate => (rate.Gate, new LocalizedText(rate.NameZh, rate.NameEn)))));
    }

    private VisitLine LineOf(Visit visit)
    {
        var face = faces.Find(visit.Face);
        var returns = face is null ? null : store.ReturnsOf(face.Id);
        return new VisitLine(visit, returns is { Visits: > 1 } ? face!.Label : null, returns, store.FeedbackOf(visit.Id));
    }

    // Those that stand now, and those that have been taken out but told of somebody.
    private IReadOnlyList<(string Id, LocalizedText Name)> Gates(IEnumerable<(string Id, LocalizedText Name)> seen) =>
    [
        .. devices.Hardware.Devices.OfType<FaceGateDescription>().Select(gate => (gate.Id.Value, gate.Head.Name.Localized()))
            .Concat(seen).DistinctBy(gate => gate.Item1, StringComparer.Ordinal),
    ];
}
