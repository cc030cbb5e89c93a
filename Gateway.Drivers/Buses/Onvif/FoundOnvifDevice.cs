using System.Net;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>A device that answered a search. All of it is what the device claims, without control characters.</summary>
/// <param name="Endpoint">Its stable id, usually <c>urn:uuid:…</c>.</param>
/// <param name="From">Where its answer came from.</param>
/// <param name="Address">Its device service: on the host that answered where it names that one.</param>
/// <param name="Addresses">Every address that it names, on each of our networks.</param>
/// <param name="Name">From its scopes; empty where there is none.</param>
/// <param name="Hardware">From its scopes; empty where there is none.</param>
/// <param name="Scopes">All that it says of itself, without the prefix <c>onvif://www.onvif.org/</c>.</param>
public sealed record FoundOnvifDevice(
    string Endpoint, IPAddress From, Uri Address, IReadOnlyList<Uri> Addresses, string Name, string Hardware, IReadOnlyList<string> Scopes)
{
    private const string Prefix = "onvif://www.onvif.org/";

    /// <summary>One for each device, though it answered on several of our networks; ordered by address.</summary>
    internal static IReadOnlyList<FoundOnvifDevice> Of(IEnumerable<DiscoveredDevice> answers) =>
    [
        .. answers.GroupBy(answer => answer.Endpoint, StringComparer.OrdinalIgnoreCase).Select(Read).OrderBy(device => device.Address.Host, StringComparer.Ordinal)
            .ThenBy(device => device.Endpoint, StringComparer.Ordinal),
    ];

    private static FoundOnvifDevice Read(IGrouping<string, DiscoveredDevice> answers)
    {
        var from = answers.First().From;
        Uri[] addresses = [.. answers.SelectMany(answer => answer.Addresses).Distinct()];
        string[] scopes = [.. answers.SelectMany(answer => answer.Scopes).Select(Plain).Distinct(StringComparer.Ordinal)];
        return new FoundOnvifDevice(
            Clean(answers.Key),
            from,
            addresses.FirstOrDefault(address => answers.Any(answer => answer.From.ToString() == address.Host))
                ?? addresses.FirstOrDefault() ?? OnvifAddress.Parse(from.ToString())!,
            addresses,
            Value(scopes, "name/"),
            Value(scopes, "hardware/"),
            scopes);
    }

    private static string Plain(string scope) =>
        Clean(Uri.UnescapeDataString(scope.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? scope[Prefix.Length..] : scope));

    private static string Value(string[] scopes, string key) =>
        Array.Find(scopes, scope => scope.StartsWith(key, StringComparison.OrdinalIgnoreCase))?[key.Length..] ?? "";

    /// <summary>Anyone on the network may answer, and what they say is printed on terminals.</summary>
    private static string Clean(string text) => new([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
