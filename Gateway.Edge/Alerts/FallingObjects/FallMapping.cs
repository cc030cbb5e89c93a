using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>What the alert of a fall says.</summary>
internal static class FallMapping
{
    public static FallingObjectData AlertOf(SeenFall seen, Guid incident, int count, bool test)
    {
        var (fall, name) = (seen.Fall, seen.Camera.Name.Localized());
        var place = fall.Origin is { } origin ? FallWords.Place(origin, seen.Camera.Facade.Calibration.Building.Floors) : null;
        return new FallingObjectData(
            seen.Camera.Id.Value,
            name,
            incident.ToString(),
            seen.Id.ToString(),
            count,
            FallingObjectPhase.Alert,
            FallWords.Reason(name, place, fall.Origin?.Thrown == true, fall.Duration, count, test),
            place,
            seen.Began,
            seen.Ended,
            Math.Round(fall.Duration.TotalSeconds, 3),
            OriginOf(seen),
            new FallingObjectMotion(
                Math.Round(fall.Score, 3), Math.Round(fall.Fit.Gravity, 3), Math.Round(fall.Fit.GravityUncertainty, 3), Math.Round(fall.Fit.Residual, 2), fall.Track.Count),
            test);
    }

    /// <summary>What the record of its evidence says: the same fall, other words.</summary>
    public static FallingObjectData EvidenceOf(FallingObjectData alert, LocalizedText words) =>
        alert with { Phase = FallingObjectPhase.Evidence, Reason = words };

    private static FallingObjectOrigin? OriginOf(SeenFall seen) => seen.Fall.Origin is { } origin
        ? new FallingObjectOrigin(
            origin.Floor,
            origin.LowestFloor,
            origin.HighestFloor,
            Math.Round(origin.Height, 2),
            Math.Round(origin.HeightUncertainty, 2),
            origin.Column,
            origin.LeftColumn,
            origin.RightColumn,
            origin.Thrown,
            Math.Round(origin.HorizontalSpeed, 2),
            Math.Round(origin.Size, 3))
        : null;
}
