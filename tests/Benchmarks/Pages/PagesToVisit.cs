using System.Text.RegularExpressions;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>The console's pages as an administrator opens them, and its searches: a common word, one thing among a million, and nothing at all.</summary>
internal static partial class PagesToVisit
{
    public static IEnumerable<string> Of(CompoundPeople people, (double Milliseconds, string Text) vehicles)
    {
        var (resident, worker, plate) = (people.Residents[4321], people.Workers[0], people.Plates[2345]);
        var vehicle = Vehicle().Match(vehicles.Text).Groups["id"].Value;
        string[] paths =
        [
            "/", "/barriers", "/grants", "/grants/crew", $"/grants/{worker.Grant}/renew", "/vehicles", $"/vehicles?q={plate}", $"/vehicles/{vehicle}", "/vehicles/new", "/parking",
            "/vehicle-history", $"/vehicle-history?plate={plate}", "/vehicle-history?plate=ZZZZ", "/vehicle-history?show=stays", $"/vehicle-history?show=stays&plate={plate}", "/vehicle-history?show=inside",
            "/falls", "/strangers", "/devices", "/facades", "/residents", "/residents?page=100", $"/residents?q={resident.Name}", $"/residents?q={plate}", $"/residents/{resident.Id}", $"/residents/{resident.Id}/changes",
            "/passes", $"/passes?q={resident.Name}", $"/passes/{resident.Id}", "/accounts", "/account", "/audit", "/audit?q=resident-changed", $"/audit?q={resident.Id}", "/audit?q=nothing-like-it",
            "/history", "/history?kind=passage", "/history?kind=charging&outcome=cut-off-verified", "/history?kind=fire", "/history?device=shed-1&kind=passage", $"/history?plate={plate}", "/history?plate=ZZZZ",
            $"/history?person={resident.Id}", $"/history?who={resident.Name}", "/history?tag=courier", "/history?outcome=Refused&since=2020-01-01T00:00", "/reports", "/reports?range=today", "/reports?range=30",
            "/reports?range=own&from=2020-01-01&to=2030-01-01", "/reports/hours.csv?range=30",
            "/privacy", $"/privacy?q={resident.Name}", $"/privacy/people/resident/{resident.Id}", "/privacy/consents", $"/privacy/consents?q={resident.Name}", "/privacy/assessment", "/privacy/signage",
        ];
        return paths;
    }

    [GeneratedRegex("href=\"/vehicles/(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vehicle();
}
