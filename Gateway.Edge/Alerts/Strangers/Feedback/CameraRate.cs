namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>How often the alerts of one camera were wrong.</summary>
/// <param name="Gate">Device id.</param>
/// <param name="NameZh">The gate's name in Chinese.</param>
/// <param name="NameEn">The gate's name in English.</param>
/// <param name="Alerts">Visits whose alert it raised.</param>
/// <param name="Judged">Those that somebody judged.</param>
/// <param name="NotRecognised">Of these, residents not recognised.</param>
/// <param name="FalseAlarms">Of these, no person at all.</param>
public sealed record CameraRate(string Gate, string NameZh, string NameEn, int Alerts, int Judged, int NotRecognised, int FalseAlarms)
{
    /// <summary>Judged alerts from which a percentage says something: one more verdict then moves it by less than ten points.</summary>
    public const int Enough = 10;

    /// <summary>Share of wrong alerts among the judged ones, 0..100; null while too few are judged.</summary>
    public int? Percent => Judged < Enough ? null : (int)Math.Round(100.0 * Wrong / Judged, MidpointRounding.AwayFromZero);

    /// <summary>Alerts that should not have been.</summary>
    public int Wrong => NotRecognised + FalseAlarms;
}
