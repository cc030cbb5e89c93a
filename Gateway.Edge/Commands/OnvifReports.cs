using System.Globalization;
using System.Text.Json;
using Gateway.Drivers.Buses.Onvif;
using Gateway.Edge.Patrols;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway hardware onvif</c> prints.</summary>
internal static class OnvifReports
{
    /// <summary>Prints a device; 0 when it told everything, 1 otherwise.</summary>
    /// <param name="device">What it told.</param>
    /// <param name="secret">The entry of the secrets file that it was asked with; its name, not its content.</param>
    /// <param name="json">One JSON object.</param>
    /// <param name="output">Where to.</param>
    public static int Print(OnvifPortrait device, string? secret, bool json, TextWriter output)
    {
        if (json)
        {
            PatrolReports.PrintJson(Model(device), output);
        }
        else
        {
            Lines(device, secret, output);
        }

        return device.Faults.Count == 0 ? 0 : 1;
    }

    private static object Model(OnvifPortrait device) => new
    {
        Address = device.Address.AbsoluteUri,
        ClockOffsetSeconds = Math.Round(device.ClockOffset.TotalSeconds),
        device.Information.Maker,
        device.Information.Model,
        device.Information.Firmware,
        Profiles = device.Streams.Select(stream => new
        {
            stream.Profile.Token,
            stream.Profile.Name,
            stream.Profile.Encoding,
            stream.Profile.Width,
            stream.Profile.Height,
            stream.Stream,
            stream.Snapshot,
        }),
        Relays = device.Relays.Select(relay => new { relay.Token, relay.Settings.Monostable, DelaySeconds = relay.Settings.Delay.TotalSeconds, relay.Settings.IdleOpen }),
        device.Inputs,
        device.Faults,
    };

    private static void Lines(OnvifPortrait device, string? secret, TextWriter output)
    {
        var (maker, model, firmware) = device.Information;
        Say(output, $"{device.Address.AbsoluteUri}  {maker} {model}{(firmware.Length > 0 ? $", firmware {firmware}" : "")}".TrimEnd());
        Clock(device, output);
        foreach (var (profile, stream, snapshot) in device.Streams)
        {
            Say(output, string.Create(CultureInfo.InvariantCulture, $"profile {profile.Token} ({profile.Name}): {profile.Encoding} {profile.Width}x{profile.Height}"));
            if (stream is not null)
            {
                // An address with a login in it is asked for anew whenever the camera connects, and stands in no file.
                var url = stream.Contains("***", StringComparison.Ordinal) ? OnvifStreamAddress.Write(device.Address, profile.Token) : stream;
                Say(output, $"    \"camera\": {{ \"url\": {Quoted(url)}{(secret is null ? "" : $", \"secret\": {Quoted(secret)}")} }}");
            }

            if (snapshot is not null)
            {
                Say(output, $"    snapshot {snapshot}");
            }
        }

        Say(output, device.Streams.Count == 0 ? "profiles: none" : $"profiles: {device.Streams.Count}");
        Say(output, $"relays: {Words(device.Relays.Select(Words))}");
        Say(output, $"inputs: {Words(device.Inputs)}");
        foreach (var fault in device.Faults)
        {
            Say(output, $"没有取得 / not told: {fault}");
        }
    }

    private static void Clock(OnvifPortrait device, TextWriter output)
    {
        var seconds = Math.Round(device.ClockOffset.TotalSeconds);
        Say(output, string.Create(
            CultureInfo.InvariantCulture, $"clock: {(seconds == 0 ? "the same as here" : $"{Math.Abs(seconds)} s {(seconds > 0 ? "ahead of" : "behind")} this machine")}"));
        if (device.ClockOffset.Duration() > OnvifPortrait.ClockTolerance)
        {
            Say(output, "    设备的时钟不准：请在设备中设置 NTP 服务器");
            Say(output, "    The device's clock is wrong: set an NTP server on it");
        }
    }

    private static string Words(OnvifRelay relay) => string.Create(
        CultureInfo.InvariantCulture,
        $"{relay.Token} ({(relay.Settings.Monostable ? $"monostable {relay.Settings.Delay.TotalSeconds} s" : "bistable")}, {(relay.Settings.IdleOpen ? "open" : "closed")} at rest)");

    private static string Words(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } text ? text : "none";

    /// <summary>A device may call its parts anything: nothing of that must steer the terminal.</summary>
    private static void Say(TextWriter output, string text) => output.WriteLine(new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]));

    /// <summary>As it stands in a hardware file.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text, PatrolJson.Printed);
}
