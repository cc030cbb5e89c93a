using System.Security.Cryptography;
using System.Text;

namespace Gateway.Drivers.Buses.Video;

/// <summary>User and password of a camera. Its text form never holds the password.</summary>
public sealed record CameraCredentials(string User, string Password)
{
    /// <summary>The same as long as neither has changed; tells neither.</summary>
    internal string Print => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(User + "\0" + Password)));

    /// <inheritdoc/>
    public override string ToString() => $"{User}:***";
}
