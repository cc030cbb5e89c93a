using System.Net;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Addresses that a web server of the product may listen on. Passwords and pictures never cross a network in the clear.</summary>
public static class ListenAddress
{
    /// <summary>Splits <paramref name="urls"/> at semicolons and checks each; <paramref name="key"/> is what messages call the setting.</summary>
    /// <exception cref="ConfigurationFaultException">None is given, one is malformed, or one would serve plain http to a network.</exception>
    public static IReadOnlyList<Uri> Parse(string urls, string key)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 0
            ? [.. parts.Select(part => ParseOne(part, key))]
            : throw new ConfigurationFaultException($"{key} is empty. Example: http://127.0.0.1:8080");
    }

    /// <summary>The socket of an address of <see cref="Parse"/>: <c>localhost</c> is loopback, a host name is every interface.</summary>
    public static IPEndPoint EndPoint(Uri address)
    {
        var host = address.Host.Trim('[', ']');
        var ip = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var parsed) ? parsed : IPAddress.IPv6Any;
        return new IPEndPoint(ip, address.Port);
    }

    private static Uri ParseOne(string text, string key)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new ConfigurationFaultException($"{key}: '{text}' is not an address such as http://127.0.0.1:8080 or https://0.0.0.0:8443.");
        }

        return address.Scheme == Uri.UriSchemeHttps || IsLoopback(address)
            ? address
            : throw new ConfigurationFaultException($"{key}: '{text}' would send passwords and portraits unencrypted over the network. Use https with a certificate, or a loopback address such as http://127.0.0.1:8080 behind a TLS proxy.");
    }

    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
