using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>Keeps the camera read and its ring written; what falls is for others to find.</summary>
internal sealed class FallingObjectCamera(FallingObjectCameraDescription description, ILumaFeed feed) : IFallingObjectCamera, IDevice, IPatrolled
{
    /// <inheritdoc cref="IRecordedCamera.Id"/>
    public DeviceId Id => description.Id;

    /// <inheritdoc cref="IRecordedCamera.Name"/>
    public Wording Name => description.Name;

    /// <inheritdoc/>
    public string Kind => FallingObjectCameraKind.Name;

    /// <inheritdoc/>
    public ILumaSource Frames => feed;

    /// <inheritdoc/>
    public Facade Facade => description.Facade;

    /// <inheritdoc/>
    public IClipSource Clips => feed.Clips;

    /// <inheritdoc/>
    public SitePosition? Position => description.Head.Position;

    /// <inheritdoc/>
    public void SetReferencePicture() => feed.Pictures.SetReference();

    /// <inheritdoc/>
    public Task<BgrImage> StillAsync(CancellationToken cancellationToken) => feed.Pictures.Stills.NextAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken) => feed.RunAsync(
        status => reporter.HealthAsync(status.State, status.Code, status.Reason, status.Details, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(feed.Pictures.Patrol());
}
