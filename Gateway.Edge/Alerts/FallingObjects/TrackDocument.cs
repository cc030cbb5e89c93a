using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>The path of a fall with all that is needed to judge it again: the medium of role <see cref="FallingObjectData.TrackRole"/>.</summary>
/// <param name="Format">Names this form.</param>
/// <param name="Software">Version of the gateway's software.</param>
/// <param name="Device">Device id of the camera.</param>
/// <param name="Incident">Of the alert.</param>
/// <param name="ObjectId">Of the alert.</param>
/// <param name="BeganAt">Wall time of the first point.</param>
/// <param name="Width">Pixels in a row of the analysed picture.</param>
/// <param name="Height">Rows of the analysed picture.</param>
/// <param name="Points">Where it was seen, in pixels of that picture.</param>
/// <param name="Score">How much speaks for a fall, 0..1.</param>
/// <param name="Fit">The motion that explains the path.</param>
/// <param name="Origin">Where it came from; null without a calibration.</param>
/// <param name="Reasons">What the decision rests on, in both languages.</param>
/// <param name="Facade">What the camera watches and how its rows become heights.</param>
/// <param name="StillAt">The stream's time of the still, seconds; null where there is none.</param>
/// <param name="Settings">What the detector decided by.</param>
internal sealed record TrackDocument(
    string Format,
    string Software,
    string Device,
    string Incident,
    string ObjectId,
    DateTimeOffset BeganAt,
    int Width,
    int Height,
    IReadOnlyList<TrackPoint> Points,
    double Score,
    FallFit Fit,
    FallOrigin? Origin,
    IReadOnlyList<LocalizedText> Reasons,
    TrackFacade Facade,
    double? StillAt,
    JsonElement Settings)
{
    /// <summary>The form that this version writes.</summary>
    public const string CurrentFormat = "edgegateway-fall/1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly string Version =
        typeof(TrackDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static TrackDocument Of(SeenFall seen, FallingObjectData alert, object settings) => new(
        CurrentFormat,
        Version,
        alert.Device,
        alert.Incident,
        alert.ObjectId,
        alert.BeganAt,
        seen.View.Width,
        seen.View.Height,
        [.. seen.Fall.Track.Select(TrackPoint.Of)],
        seen.Fall.Score,
        seen.Fall.Fit,
        seen.Fall.Origin,
        seen.Fall.Reasons,
        TrackFacade.Of(seen.View, seen.Camera.Facade),
        seen.Frame?.Time.TotalSeconds,
        JsonSerializer.SerializeToElement(settings, settings.GetType(), Json));

    /// <summary>Null where the bytes are none of this version's.</summary>
    public static TrackDocument? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<TrackDocument>(bytes, Json) is { Format: CurrentFormat, Points.Count: > 0 } track ? track : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}
