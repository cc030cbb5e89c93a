using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>The relays and inputs of a camera or I/O box that speaks ONVIF.</summary>
internal sealed class OnvifBusKind : BusKind<OnvifBusDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "onvif";

    private static readonly string[] Modes = ["monostable", "bistable"];
    private static readonly string[] Idles = ["open", "closed"];
    private static readonly Uri Nowhere = new("http://invalid.invalid/");

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Digital;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context)
    {
        var (address, secret) = (OnvifAddress.Read(section, "address", context), HardwareContext.Secret(section));
        Dictionary<string, OnvifRelaySettings> relays = new(StringComparer.Ordinal);
        foreach (var relay in section.Sections("relays", required: false))
        {
            var token = relay.Text("token");
            var monostable = context.OneOf(relay, "mode", Modes) != "bistable";
            var delay = relay.Duration("delay", TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
            var idleOpen = context.OneOf(relay, "idle", Idles, "open") != "closed";
            if (!relays.TryAdd(token, new OnvifRelaySettings(monostable, monostable ? delay : TimeSpan.Zero, idleOpen)))
            {
                context.Fault(relay, "token", $"继电器 \"{token}\" 已设置过", $"the relay \"{token}\" is already set");
            }

            relay.Close();
        }

        return new OnvifBusDescription(head.Id, address ?? Nowhere, secret, relays);
    }

    /// <inheritdoc/>
    protected override IBus Open(OnvifBusDescription description, DriverParts parts) => new OnvifBus(
        BusHead.Reporter(description.Id),
        new Wording($"ONVIF 设备 {description.Id}", $"ONVIF device {description.Id}"),
        new OnvifBusSettings { Address = description.Address, Credentials = parts.Credentials(description.Secret), Relays = description.Relays },
        parts.Clock);
}
