namespace Gateway.Edge.Accounts;

/// <summary>How the secret of a second factor reaches an authenticator app.</summary>
internal static class OtpAuth
{
    private const string Issuer = "EdgeGateway";

    /// <summary>The address that apps read from a QR code.</summary>
    public static string Uri(string name, string secret) =>
        $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(name)}?secret={secret}&issuer={Issuer}&digits=6";

    /// <summary>The secret in groups of four, for typing.</summary>
    public static string Grouped(string secret) => string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
}
