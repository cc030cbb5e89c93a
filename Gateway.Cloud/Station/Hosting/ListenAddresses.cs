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
                var certificate = ServerCertificate.Load(
                    options.CertificateFile, "Station:CertificateFile", options.CertificateKeyFile, "Station:CertificateKeyFile");
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            }
        });
    }

    /// <summary>The addresses of <see cref="StationOptions.Urls"/>, checked.</summary>
    public static IReadOnlyList<Uri> Parse(StationOptions options) => ListenAddress.Parse(options.Urls, "Station:Urls");
}
