using System.Net;
using System.Text.RegularExpressions;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Terminals;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>A gate with an ISAPI face terminal.</summary>
internal sealed partial class TerminalGateKind : DeviceKind<TerminalGateDescription>
{
    private static readonly Uri Nowhere = new("http://terminal.invalid");

    /// <inheritdoc/>
    public override string Kind => "terminal-gate";

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        if (section.Section("terminal") is not { } terminal)
        {
            return new TerminalGateDescription(head, Nowhere, "", null, new TerminalSettings(), "", null);
        }

        var address = Address(terminal, context);
        var fingerprint = terminal.Text("fingerprint", otherwise: "") is { Length: > 0 } text ? text.Replace(":", "", StringComparison.Ordinal) : null;
        if (fingerprint is not null && !FingerprintPattern().IsMatch(fingerprint))
        {
            context.Fault(terminal, "fingerprint", "应为 64 位十六进制的 SHA-256 指纹", "expected the SHA-256 fingerprint of a certificate, 64 hexadecimal digits");
        }

        var usual = new TerminalSettings();
        var bus = terminal.Peek("push") is not null ? context.Bus(terminal, "push", BusUse.Push) : "";
        terminal.Ignore("push");
        var settings = new TerminalSettings
        {
            Door = terminal.Whole("door", 1, 255, usual.Door),
            RemoteCheck = terminal.Flag("remoteCheck", usual.RemoteCheck),
            DecideWithin = terminal.Duration("decideWithin", TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10), usual.DecideWithin),
            Pull = terminal.Flag("pull", usual.Pull),
            Listener = context.Buses.Find(known => known.Id == bus) is HttpPushDescription receiver
                ? new TerminalListener(receiver.Address, receiver.Settings.Listen.Port, $"/push/{head.Id}", receiver.Settings.Certificate is not null)
                : null,
        };
        var pushSecret = terminal.Text("pushSecret", otherwise: "") is { Length: > 0 } entry ? entry : null;
        Check(terminal, address, settings, bus, pushSecret, context);
        var description = new TerminalGateDescription(head, address, terminal.Text("secret"), fingerprint, settings, bus, pushSecret);
        terminal.Close();
        return description;
    }

    /// <inheritdoc/>
    protected override IDevice Build(TerminalGateDescription gate, DriverParts parts)
    {
        var simulated = parts.World.Find<SimulatedTerminal>(gate.Id.Value);
        var pushLogin = Login(gate.PushSecret, parts);
        var settings = gate.Settings with { Listener = gate.Settings.Listener is { } listener ? listener with { Login = pushLogin } : null };
        var http = new DeviceHttpSettings { Address = gate.Address, Login = Login(gate.Secret, parts), Fingerprint = gate.Certificate };
        return new TerminalGate(
            gate.Id,
            gate.Name,
            settings,
            new DeviceHttpClient(gate.Id.Value, http, parts.Clock, simulated),
            gate.PushBus.Length == 0 ? null : parts.Bus<IPushBus>(gate.PushBus).Open(Sender(gate, pushLogin)),

            // A terminal in software forgets everything with the process; so does what is known of it.
            TerminalState.Load(simulated is null ? Path.Combine(parts.Options.StateFolder, $"terminal-{gate.Id}.json") : null),
            parts.Clock,
            new Random(parts.Random.Next()),
            parts.Loggers.CreateLogger<TerminalGate>());
    }

    /// <inheritdoc/>
    protected override void Simulate(TerminalGateDescription gate, DriverParts parts)
    {
        var bus = gate.PushBus.Length > 0 && parts.IsSimulated(gate.PushBus) ? parts.Bus<SimulatedBus>(gate.PushBus) : null;
        if (bus is null && !parts.Options.Simulate)
        {
            return;
        }

        parts.World.Place(gate.Id.Value, new SimulatedTerminal(parts.Clock, TimeSpan.FromSeconds(20))
        {
            Pushes = (body, picture) =>
            {
                HttpPart json = new("event_log", "application/json", System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));
                bus?.Push(gate.PushPath, picture is null ? [json] : [json, new HttpPart("Picture", "image/jpeg", picture)]);
            },
        });
    }

    private static DeviceLogin? Login(string? secret, DriverParts parts) =>
        parts.Credentials(secret) is { } found ? new DeviceLogin(found.User, found.Password) : null;

    private static PushSender Sender(TerminalGateDescription gate, DeviceLogin? login) => new(gate.Id, gate.PushPath)
    {
        Login = login,
        Allowed = IPAddress.TryParse(gate.Address.Host.Trim('[', ']'), out var address) ? [new IPNetwork(address, address.GetAddressBytes().Length * 8)] : [],
    };

    private static Uri Address(JsonSection terminal, HardwareContext context)
    {
        var url = terminal.Text("url");
        if (url.Length == 0)
        {
            return Nowhere;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
        {
            context.Fault(terminal, "url", "应为 http://主机:端口 或 https://主机:端口", "expected http://host:port or https://host:port");
            return Nowhere;
        }

        context.HoldsNoLogin(terminal, "url", address);
        return address;
    }

    private static void Check(
        JsonSection terminal, Uri address, TerminalSettings settings, string bus, string? pushSecret, HardwareContext context)
    {
        if (bus.Length == 0 && !settings.Pull)
        {
            context.Fault(terminal, "pull", "既不推送也不拉取，收不到任何事件：请给出 \"push\" 或保留 \"pull\"", "neither pushes nor is pulled: name a \"push\" bus or leave \"pull\" on");
        }

        if (settings.Listener is not null && pushSecret is null && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _))
        {
            context.Fault(
                terminal,
                "push",
                "任何人都可冒充该终端推送：请用 IP 地址作为 \"url\"，或给出 \"pushSecret\"",
                "anybody could push in its name: give \"url\" an IP address, or name a \"pushSecret\"");
        }
    }

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FingerprintPattern();
}
