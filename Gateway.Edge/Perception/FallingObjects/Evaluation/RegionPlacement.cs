using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>How a clip's camera stood, as <c>regions.json</c> has it; meanings and bounds are those of <see cref="CameraPlacement"/>.</summary>
internal sealed class RegionPlacement
{
    /// <summary>The picture's centre looks up by so much, degrees.</summary>
    [JsonRequired]
    public double Tilt { get; init; }

    /// <summary>The lens above the ground floor's floor, metres.</summary>
    [JsonRequired]
    public double Height { get; init; }

    /// <summary>From the lens to the facade, metres.</summary>
    [JsonRequired]
    public double Distance { get; init; }

    /// <summary>From the upper to the lower edge of the picture, degrees.</summary>
    [JsonRequired]
    public double FieldOfView { get; init; }

    /// <summary>The placement.</summary>
    /// <exception cref="JsonException">A number is out of its bounds.</exception>
    public CameraPlacement Checked() =>
        Tilt is >= -30 and <= 85 && Height is >= -20 and <= 200 && Distance is >= 1 and <= 300 && FieldOfView is >= 5 and <= 120
            ? new CameraPlacement(Tilt, Height, Distance, CameraPlacement.FocalLengthOf(FieldOfView))
            : throw new JsonException("placement has tilt -30..85, height -20..200, distance 1..300 and fieldOfView 5..120");
}
