namespace Gateway.Edge.Perception.Models;

/// <summary>Names of the manifest's models.</summary>
internal static class ModelNames
{
    public const string FaceDetector = "face-detector";
    public const string FaceLandmarks = "face-landmarks";
    public const string FaceEmbedding = "face-embedding";
    public const string FaceLiveness = "face-liveness";
    public const string TextDetector = "text-detector";
    public const string TextRecogniser = "text-recogniser";
    public const string TextCharacters = "text-characters";
    public const string PlateHead = "plate-head";
}
