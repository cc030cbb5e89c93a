namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Whether an address is fit for personal data: https, absolute, without a password in it.</summary>
internal static class HttpsAddress
{
    /// <summary>True for such as <c>https://messages.example/move-car</c>.</summary>
    public static bool IsValid(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Length > 0;
}
