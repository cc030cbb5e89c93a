namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Where to go after a log-in: only ever to a path of this service.</summary>
public static class LocalReturn
{
    /// <summary>The path when it is one of ours, else the front page.</summary>
    public static string Of(string? returnUrl) =>
        returnUrl is ['/', ..] and not ['/', '/' or '\\', ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}
