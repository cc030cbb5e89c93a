using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Cloud.Contract.Hosting;

namespace Gateway.Cloud.Station.Hosting;

/// <summary>Where the station listens. Passwords and portraits never cross a network in the clear.</summary>
internal static class ListenAddresses
{
    /// <exception cref="ConfigurationFaultException">An address is malformed, or would serve plain http to a network.</exception>
    public static void Apply(WebApplicationBuilder builder)
    {
        var options = new StationOptions();
        StrictBinder.Bind(builder.Configuration.GetSection(StationOptions.Section), options);
        var addresses = Parse(options);
        builder.WebHost.UseUrls([.. addresses.Select(address => address.ToString())]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            if (addresses.Any(address => address.Scheme == Uri.UriSchemeHttps))
            {
                var certificate = Certificate(options);
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            }
        });
    }

    /// <summary>The addresses of <see cref="StationOptions.Urls"/>, checked.</summary>
    public static IReadOnlyList<Uri> Parse(StationOptions options)
    {
        var parts = options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0
            ? [.. parts.Select(Parse)]
            : throw new ConfigurationFaultException("Station:Urls is empty. Example: http://127.0.0.1:8080");
    }

    private static Uri Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ConfigurationFaultException($"Station:Urls: '{text}' is not an address such as http://127.0.0.1:8080 or https://0.0.0.0:8443.");
        }

        return address.Scheme == Uri.UriSchemeHttps || IsLoopback(address)
            ? address
            : throw new ConfigurationFaultException($"Station:Urls: '{text}' would send passwords and portraits unencrypted over the network. Use https with Station:CertificateFile and Station:CertificateKeyFile, or a loopback address such as http://127.0.0.1:8080 behind a TLS proxy.");
    }

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static X509Certificate2 Certificate(StationOptions options)
    {
        if (options.CertificateFile is null || options.CertificateKeyFile is null)
        {
            throw new ConfigurationFaultException("Station:CertificateFile and Station:CertificateKeyFile are needed for an https address.");
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(options.CertificateFile, options.CertificateKeyFile);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"Station:CertificateFile '{options.CertificateFile}' with key '{options.CertificateKeyFile}' cannot be used: {error.Message}", error);
        }
    }
}
