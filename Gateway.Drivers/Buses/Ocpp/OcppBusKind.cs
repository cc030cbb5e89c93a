using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Gateway.Drivers.Buses.Ocpp.Server;
using Gateway.Drivers.Buses.Ocpp.Wire;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>Charging points of any maker that dial in with OCPP 1.6J.</summary>
internal sealed partial class OcppBusKind : BusKind<OcppBusDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "ocpp";

    private const int DefaultPort = 8887;

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.ChargePoints;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var certificate = section.Text("certificate", otherwise: "");
        var key = section.Text("key", otherwise: "");
        var plaintext = section.Flag("plaintext", otherwise: false);
        var listen = Listen(section, context);
        if ((certificate.Length == 0) != (key.Length == 0))
        {
            context.Fault(section, "certificate", "certificate 与 key 必须同时给出", "certificate and key belong together: give both or neither");
        }

        if (certificate.Length == 0 && !plaintext && !IPAddress.IsLoopback(listen.Address))
        {
            context.Fault(
                section,
                "listen",
                "在回环地址以外监听须有 certificate 与 key；若充电桩所在网络完全隔离，可写 \"plaintext\": true",
                "listening beyond loopback needs certificate and key; where the chargers' network is isolated, say \"plaintext\": true");
        }

        return new OcppBusDescription(head.Id, listen, Chargers(section, context))
        {
            Certificate = certificate.Length > 0 ? certificate : null,
            Key = key.Length > 0 ? key : null,
            Plaintext = plaintext,
            Heartbeat = section.Duration("heartbeat", TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), TimeSpan.FromSeconds(60)),
        };
    }

    /// <inheritdoc/>
    protected override IBus Open(OcppBusDescription description, DriverParts parts) => new OcppBus(
        BusHead.Reporter(description.Id),
        new Wording($"充电桩总线 {description.Id}", $"OCPP bus {description.Id}"),
        new OcppSettings(
            description.Listen,
            [.. description.Chargers.Select(charger => Charger(description.Id, charger, parts))],
            Path.Combine(parts.Options.StateFolder, $"ocpp-{description.Id}.json"))
        {
            CertificateFile = description.Certificate,
            KeyFile = description.Key,
            Plaintext = description.Plaintext,
            Heartbeat = description.Heartbeat,
        },
        parts.Clock,
        parts.Loggers.CreateLogger<OcppBus>());

    private static OcppChargerSettings Charger(string bus, OcppChargerDescription charger, DriverParts parts)
    {
        var login = parts.Credentials(charger.Secret)!;
        if (login.User != charger.Id)
        {
            throw new HardwareFileException(
                $"{bus}: the secret \"{charger.Secret}\" has the user \"{login.User}\", but a charger logs in by its id. Fix: set its user to \"{charger.Id}\".");
        }

        return login.Password.Length >= ChargerLogin.ShortestPassword
            ? new OcppChargerSettings(charger.Id, login.Password)
            : throw new HardwareFileException(
                $"{bus}: the password of the secret \"{charger.Secret}\" is shorter than {ChargerLogin.ShortestPassword} characters. Fix: choose a longer one, here and at the charger.");
    }

    private static IPEndPoint Listen(JsonSection section, HardwareContext context)
    {
        var text = section.Text("listen", otherwise: string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{DefaultPort}"));
        if (ListenPattern().IsMatch(text) && IPEndPoint.TryParse(text, out var listen))
        {
            return listen;
        }

        context.Fault(
            section,
            "listen",
            $"应为地址与端口，例如 \"0.0.0.0:{DefaultPort}\"，现为 \"{text}\"",
            $"expected an address with a port, such as \"0.0.0.0:{DefaultPort}\", found \"{text}\"");
        return new IPEndPoint(IPAddress.Loopback, DefaultPort);
    }

    private static List<OcppChargerDescription> Chargers(JsonSection parent, HardwareContext context)
    {
        List<OcppChargerDescription> chargers = [];
        foreach (var section in parent.Sections("chargers"))
        {
            var charger = new OcppChargerDescription(ChargerId(section, context), section.Text("secret"));
            section.Close();
            if (chargers.Exists(known => known.Id == charger.Id))
            {
                context.Fault(section, "id", $"充电桩编号 \"{charger.Id}\" 重复", $"the charger \"{charger.Id}\" stands here twice");
                continue;
            }

            chargers.Add(charger);
        }

        return chargers;
    }

    private static string ChargerId(JsonSection section, HardwareContext context)
    {
        var id = section.Text("id");
        if (id.Length > 0 && !ChargerIdPattern().IsMatch(id))
        {
            context.Fault(
                section,
                "id",
                $"\"{id}\" 不是合法的充电桩编号：1 到 {OcppLimits.ChargePointId} 个字母、数字或 - _ . * =",
                $"\"{id}\" is not a charge point id: use 1 to {OcppLimits.ChargePointId} letters, digits or - _ . * =");
        }

        return id;
    }

    // With the port written out: IPEndPoint would take an address alone as port 0.
    [GeneratedRegex(@"^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):\d{1,5}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListenPattern();

    [GeneratedRegex(@"^[A-Za-z0-9*_=.\-]{1,48}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChargerIdPattern();
}
