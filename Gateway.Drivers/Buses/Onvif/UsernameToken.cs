using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>The WS-Security UsernameToken with a password digest: the password itself is never on the wire.</summary>
internal static class UsernameToken
{
    private const string DigestType = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
    private const string NonceType = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";
    private const int NonceBytes = 16;

    /// <summary>A header for one message. <paramref name="now"/> is the time on the device's clock.</summary>
    public static XElement Create(CameraCredentials credentials, DateTimeOffset now) => Create(credentials, now, RandomNumberGenerator.GetBytes(NonceBytes));

    internal static XElement Create(CameraCredentials credentials, DateTimeOffset now, byte[] nonce)
    {
        var created = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return new XElement(
            OnvifNames.Security + "Security",
            new XAttribute(OnvifNames.Soap + "mustUnderstand", "1"),
            new XElement(
                OnvifNames.Security + "UsernameToken",
                new XElement(OnvifNames.Security + "Username", credentials.User),
                new XElement(OnvifNames.Security + "Password", new XAttribute("Type", DigestType), Digest(nonce, created, credentials.Password)),
                new XElement(OnvifNames.Security + "Nonce", new XAttribute("EncodingType", NonceType), Convert.ToBase64String(nonce)),
                new XElement(OnvifNames.Utility + "Created", created)));
    }

    /// <summary>Base64 of SHA-1 over nonce, time and password, as the token's profile demands.</summary>
    internal static string Digest(byte[] nonce, string created, string password)
    {
#pragma warning disable CA5350 // The UsernameToken profile knows no other hash; the nonce and the time protect what the hash does not.
        return Convert.ToBase64String(SHA1.HashData([.. nonce, .. Encoding.UTF8.GetBytes(created), .. Encoding.UTF8.GetBytes(password)]));
#pragma warning restore CA5350
    }
}
