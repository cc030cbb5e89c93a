using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>The terminal's door, and whether it asks before it opens.</summary>
internal sealed class IsapiDoor(IsapiClient client, int door)
{
    private const string Settings = "/ISAPI/AccessControl/AcsCfg?format=json";

    /// <param name="command"><c>open</c>, <c>close</c>, <c>alwaysOpen</c>, <c>alwaysClose</c> or <c>resume</c>.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="DeviceFaultException">The terminal refused.</exception>
    public async Task CommandAsync(string command, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/ISAPI/AccessControl/RemoteControl/door/{door}");
        var body = new XElement(IsapiXml.Namespace + "RemoteControlDoor", new XAttribute("version", "2.0"), new XElement(IsapiXml.Namespace + "cmd", command));
        var status = await client.PutXmlAsync(path, body, cancellationToken);
        if (!status.Ok)
        {
            throw client.Refused($"obey \"{command}\" at door {door.ToString(CultureInfo.InvariantCulture)}", status);
        }
    }

    /// <summary>Makes the terminal ask, or not ask, before it opens.</summary>
    /// <exception cref="DeviceFaultException">The terminal refused, or cannot ask.</exception>
    public async Task EnsureAskingAsync(bool asks, CancellationToken cancellationToken)
    {
        var found = await client.AskJsonAsync(HttpMethod.Get, Settings, body: null, "AcsCfg", cancellationToken);
        var set = found.Flag("remoteCheckDoorEnabled") ?? false;
        var channel = found.Text("checkChannelType");

        // Two names of the same channel are in use.
        if (set == asks && (!asks || channel is null or "ISAPIListen" or "ISAPI"))
        {
            return;
        }

        // Only what changes: terminals refuse the rest of their own settings.
        var change = new JsonObject { ["remoteCheckDoorEnabled"] = asks };
        if (asks)
        {
            change["checkChannelType"] = "ISAPIListen";
            change["needDeviceCheck"] = true;
        }

        var status = await client.TellJsonAsync(HttpMethod.Put, Settings, new JsonObject { ["AcsCfg"] = change }, cancellationToken);
        if (!status.Ok)
        {
            throw client.Refused(asks ? "take the setting to ask before it opens" : "take the setting to open by itself", status);
        }
    }

    /// <summary>Answers the terminal's question.</summary>
    public Task<IsapiStatus> AnswerAsync(long serial, bool pass, CancellationToken cancellationToken) => client.TellJsonAsync(
        HttpMethod.Put,
        "/ISAPI/AccessControl/remoteCheck?format=json",
        new JsonObject { ["RemoteCheck"] = new JsonObject { ["serialNo"] = serial, ["checkResult"] = pass ? "success" : "failed" } },
        cancellationToken);
}
