namespace Gateway.Drivers.Buses.Video;

/// <summary>User and password of a camera. Its text form never holds the password.</summary>
public sealed record CameraCredentials(string User, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User}:***";
}
