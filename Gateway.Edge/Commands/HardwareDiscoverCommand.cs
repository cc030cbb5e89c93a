using System.CommandLine;
using System.Globalization;
using System.Net;
using Gateway.Drivers.Buses.Onvif;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway hardware discover</c>: names every ONVIF device that answers on the networks of this machine.</summary>
internal static class HardwareDiscoverCommand
{
    private const double LongestWait = 60;
    private const double ShortestWait = 0.1;

    public static Command Create()
    {
        var wait = new Option<string>("--wait") { Description = "How long to listen, 0.1s to 60s.", DefaultValueFactory = _ => "3s" };
        var at = new Option<string?>("--at") { Description = "Ask one host by its IP address, where a router keeps the question to everyone back." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var discover = new Command("discover", "Names every ONVIF device that answers; exit code 1 when none does.") { wait, at, json };
        discover.SetAction((parse, stop) => CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            var devices = await OnvifSurvey.FindAsync(Window(parse.GetRequiredValue(wait)), Host(parse.GetValue(at)), TimeProvider.System, stop);
            return Print(devices, parse.GetValue(json), parse.InvocationConfiguration.Output);
        }));
        return discover;
    }

    internal static int Print(IReadOnlyList<FoundOnvifDevice> devices, bool json, TextWriter output)
    {
        if (json)
        {
            PatrolReports.PrintJson(
                new
                {
                    devices = devices.Select(device => new
                    {
                        device.Endpoint,
                        From = device.From.ToString(),
                        Address = device.Address.AbsoluteUri,
                        Addresses = device.Addresses.Select(address => address.AbsoluteUri),
                        device.Name,
                        device.Hardware,
                        device.Scopes,
                    }),
                },
                output);
        }
        else
        {
            Table(devices, output);
        }

        return devices.Count > 0 ? 0 : 1;
    }

    private static void Table(IReadOnlyList<FoundOnvifDevice> devices, TextWriter output)
    {
        foreach (var device in devices)
        {
            output.WriteLine($"{device.Address.Authority}  {(device.Name.Length > 0 ? device.Name : "(no name)")}  {device.Hardware}".TrimEnd());
            output.WriteLine($"    {string.Join(' ', device.Addresses.DefaultIfEmpty(device.Address).Select(address => address.AbsoluteUri))}");
            output.WriteLine($"    {device.Endpoint}");
            if (device.Scopes.Count > 0)
            {
                output.WriteLine($"    {string.Join(", ", device.Scopes)}");
            }
        }

        output.WriteLine(devices.Count == 0
            ? """
              没有 ONVIF 设备应答。请检查：设备已通电；与本机在同一网段（广播不经过路由器，跨网段请用 --at IP）；设备设置中已启用 ONVIF 和设备发现（WS-Discovery）；防火墙允许 UDP 3702 端口的应答；或用 --wait 10s 等久一些。
              No ONVIF device answered. Check that it has power; that it is on the same network as this machine (the question passes no router: use --at IP across one); that ONVIF and its discovery (WS-Discovery) are on in its settings; that the firewall lets answers from UDP port 3702 in; or wait longer with --wait 10s.
              """
            : $"""
              {devices.Count} 台设备应答。查看其视频地址：gateway hardware onvif {devices[0].Address.Authority}
              {(devices.Count == 1 ? "1 device" : $"{devices.Count} devices")} answered. For its streams: gateway hardware onvif {devices[0].Address.Authority}
              """);
    }

    private static TimeSpan Window(string text) =>
        double.TryParse(text.EndsWith('s') ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= ShortestWait and <= LongestWait
            ? TimeSpan.FromSeconds(seconds)
            : throw new CommandFaultException(
                """
                --wait 应为 0.1s 到 60s 的秒数，例如 3s。
                --wait takes 0.1s to 60s, such as 3s.
                """);

    private static IPEndPoint? Host(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return IPEndPoint.TryParse(text, out var host) && host.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork
            ? new IPEndPoint(host.Address, host.Port == 0 ? OnvifSurvey.DiscoveryPort : host.Port)
            : throw new CommandFaultException(
                """
                --at 应为 IPv4 地址，例如 192.168.1.64。
                --at takes an IPv4 address, such as 192.168.1.64.
                """);
    }
}
