using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A camera that looks up at a facade. Safe for use by several threads.</summary>
public interface IFallingObjectCamera : IRecordedCamera
{
    /// <summary>Its frames, at the resolution that its hardware file asks for; all of them, with the stream's own times.</summary>
    ILumaSource Frames { get; }

    /// <summary>What it watches.</summary>
    Facade Facade { get; }

    /// <summary>Waits for the next frame and copies it, beside whoever reads the frames.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; a camera that is away never answers.</exception>
    Task<BgrImage> StillAsync(CancellationToken cancellationToken);
}
