using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>Searches the log that the terminal keeps: <c>/ISAPI/AccessControl/AcsEvent</c>.</summary>
internal sealed class IsapiEventLog(IsapiClient client, TimeProvider clock)
{
    private const int Page = 30;

    /// <summary>More than the largest terminals keep.</summary>
    private const int MostPages = 10_000;

    /// <summary>Every event from one time to another, page by page under one search id until the terminal says that there is no more.</summary>
    /// <exception cref="DeviceFaultException">The terminal does not answer as it should.</exception>
    public async IAsyncEnumerable<IsapiNotice> SearchAsync(
        DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var search = Guid.NewGuid().ToString("N");
        var position = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var condition = new JsonObject
            {
                ["searchID"] = search,
                ["searchResultPosition"] = position,
                ["maxResults"] = Page,
                ["major"] = 0,
                ["minor"] = 0,
                ["startTime"] = Local(from),
                ["endTime"] = Local(to),
            };
            var found = await client.AskJsonAsync(
                HttpMethod.Post, "/ISAPI/AccessControl/AcsEvent?format=json", new JsonObject { ["AcsEventCond"] = condition }, "AcsEvent", cancellationToken);
            var events = found.Member("InfoList") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
            foreach (var notice in events.Select(IsapiNotice.Logged).OfType<IsapiNotice>())
            {
                yield return notice;
            }

            if (found.Text("responseStatusStrg") != "MORE")
            {
                yield break;
            }

            position += events.Count > 0 ? events.Count : throw new DeviceFaultException("The terminal says that its log holds more and gives nothing.");
        }

        throw new DeviceFaultException("The terminal's log does not end.");
    }

    private string Local(DateTimeOffset time) =>
        TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
