namespace Gateway.Drivers.Buses.Video;

/// <summary>A copy of one frame, the holder's own.</summary>
/// <param name="Image">The picture.</param>
/// <param name="Number">Count of frames since the source started.</param>
/// <param name="CapturedAt">When the frame arrived.</param>
public sealed record CameraSnapshot(BgrImage Image, long Number, DateTimeOffset CapturedAt);
