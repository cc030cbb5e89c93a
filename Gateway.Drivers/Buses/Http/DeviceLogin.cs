namespace Gateway.Drivers.Buses.Http;

/// <summary>User and password at a device that speaks HTTP. Its text form never holds the password.</summary>
internal sealed record DeviceLogin(string User, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => $"{User}:***";
}
