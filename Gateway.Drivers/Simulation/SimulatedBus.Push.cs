using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <content>Devices that push.</content>
internal sealed partial class SimulatedBus : IPushBus
{
    private readonly ConcurrentDictionary<string, PushInbox> _inboxes = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public PushInbox Open(PushSender sender)
    {
        var inbox = new PushInbox(sender, clock, closed => _inboxes.TryRemove(KeyValuePair.Create(closed.Sender.Path, closed)));
        return _inboxes.TryAdd(sender.Path, inbox)
            ? inbox
            : throw new DeviceFaultException($"{sender.Device}: the path {sender.Path} of {Id} is taken.");
    }

    /// <summary>Something is pushed to a path; false where nobody receives there or the queue is full.</summary>
    public bool Push(string path, IReadOnlyList<HttpPart> parts) =>
        _inboxes.GetValueOrDefault(path)?.TryDeliver(new PushMessage(clock.GetUtcNow(), parts)) == true;
}
