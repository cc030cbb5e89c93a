using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Digest.Counts;
using Gateway.Edge.Patrols.Availability;

namespace Gateway.Edge.Console.Reports;

/// <summary>What reports are made of.</summary>
/// <param name="Range">Which days.</param>
/// <param name="Days">What the digest has counted.</param>
/// <param name="Rates">What staff said of strangers' alerts, by gate.</param>
/// <param name="Availability">By device id.</param>
/// <param name="NameOf">A device's name.</param>
internal sealed record ReportSource(
    ReportRange Range,
    DigestDays Days,
    IReadOnlyList<CameraRate> Rates,
    IReadOnlyDictionary<string, AvailabilityShare> Availability,
    Func<string, LocalizedText> NameOf);
