using System.Xml;
using System.Xml.Linq;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>A subscription to a device's events, kept alive while it is read. One reader.</summary>
internal sealed class PullPoint
{
    /// <summary>Messages asked for at once; also the most that are read.</summary>
    private const int Limit = 128;

    /// <summary>The device forgets a subscription that nobody has renewed for so long.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <summary>The device may hold a request so long when it has nothing to say.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    private readonly SoapClient _soap;
    private readonly TimeProvider _clock;
    private readonly Uri _address;
    private readonly XElement[] _parameters;
    private long _renewed;

    private PullPoint(SoapClient soap, Uri address, XElement[] parameters, TimeProvider clock)
    {
        (_soap, _address, _parameters, _clock) = (soap, address, parameters, clock);
        _renewed = clock.GetTimestamp();
    }

    /// <summary>Subscribes to everything; a filter would help, but too many devices refuse the ones they advertise.</summary>
    public static async Task<PullPoint> CreateAsync(SoapClient soap, Uri service, TimeProvider clock, CancellationToken cancellationToken)
    {
        var action = OnvifNames.Events.NamespaceName + "/EventPortType/CreatePullPointSubscriptionRequest";
        var body = new XElement(
            OnvifNames.Events + "CreatePullPointSubscription", new XElement(OnvifNames.Events + "InitialTerminationTime", XmlConvert.ToString(Lifetime)));
        var answer = await soap.CallAsync(service, action, body, Addressed(action, service, []), cancellationToken: cancellationToken);
        var reference = answer.Find("SubscriptionReference");
        var address = reference?.Text("Address")
            ?? throw new DeviceFaultException($"{service.Authority} created a subscription without an address: its firmware may need an update.");
        return new PullPoint(soap, soap.Here(address), [.. reference.Find("ReferenceParameters")?.Elements() ?? []], clock);
    }

    /// <summary>Asks the device to tell every property's present value once.</summary>
    public Task SynchroniseAsync(CancellationToken cancellationToken) => CallAsync(
        OnvifNames.Events.NamespaceName + "/PullPointSubscription/SetSynchronizationPointRequest",
        new XElement(OnvifNames.Events + "SetSynchronizationPoint"),
        cancellationToken);

    /// <summary>Waits for messages, at most 10 s; empty when there were none.</summary>
    public async Task<IReadOnlyList<OnvifNotice>> PullAsync(CancellationToken cancellationToken)
    {
        if (_clock.GetElapsedTime(_renewed) > Lifetime / 2)
        {
            await RenewAsync(cancellationToken);
        }

        var body = new XElement(
            OnvifNames.Events + "PullMessages",
            new XElement(OnvifNames.Events + "Timeout", XmlConvert.ToString(Poll)),
            new XElement(OnvifNames.Events + "MessageLimit", Limit));
        var answer = await CallAsync(
            OnvifNames.Events.NamespaceName + "/PullPointSubscription/PullMessagesRequest", body, cancellationToken, Poll + TimeSpan.FromSeconds(10));
        return [.. answer.Children("NotificationMessage").Take(Limit).Select(Read)];
    }

    /// <summary>Tells the device that nobody will read any more.</summary>
    public Task UnsubscribeAsync(CancellationToken cancellationToken) => CallAsync(
        "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/UnsubscribeRequest", new XElement(OnvifNames.Notification + "Unsubscribe"), cancellationToken);

    internal static OnvifNotice Read(XElement message)
    {
        var topic = message.Text("Topic") ?? "";
        return new OnvifNotice(
            string.Join('/', topic.Split('/').Select(step => step[(step.IndexOf(':', StringComparison.Ordinal) + 1)..])),
            Items(message.Find("Source")),
            Items(message.Find("Data")));
    }

    private static Dictionary<string, string> Items(XElement? section)
    {
        Dictionary<string, string> items = new(StringComparer.OrdinalIgnoreCase);
        foreach (var item in section?.Children("SimpleItem").Take(Limit) ?? [])
        {
            if (item.ValueOf("Name") is { } name && item.ValueOf("Value") is { } value)
            {
                items[name] = value;
            }
        }

        return items;
    }

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        await CallAsync(
            "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/RenewRequest",
            new XElement(OnvifNames.Notification + "Renew", new XElement(OnvifNames.Notification + "TerminationTime", XmlConvert.ToString(Lifetime))),
            cancellationToken);
        _renewed = _clock.GetTimestamp();
    }

    private Task<XElement> CallAsync(string action, XElement body, CancellationToken cancellationToken, TimeSpan? patience = null) =>
        _soap.CallAsync(_address, action, body, Addressed(action, _address, _parameters), patience, cancellationToken: cancellationToken);

    /// <summary>Event services find a subscription by its address or by parameters of their own, which must come back as they were given.</summary>
    private static IEnumerable<XElement> Addressed(string action, Uri to, IEnumerable<XElement> parameters) =>
    [
        new XElement(OnvifNames.Addressing + "Action", action),
        new XElement(OnvifNames.Addressing + "To", to.AbsoluteUri),
        new XElement(OnvifNames.Addressing + "MessageID", $"urn:uuid:{Guid.NewGuid()}"),
        new XElement(OnvifNames.Addressing + "ReplyTo", new XElement(OnvifNames.Addressing + "Address", OnvifNames.Addressing.NamespaceName + "/anonymous")),
        .. parameters.Select(parameter => new XElement(parameter)),
    ];
}
