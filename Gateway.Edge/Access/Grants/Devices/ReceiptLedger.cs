using System.Collections.Concurrent;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>Which device has confirmed which state of which grant, in memory. Safe for use by several threads.</summary>
internal sealed class ReceiptLedger(IGrantDevices devices, GrantOptions options)
{
    private readonly ConcurrentDictionary<(Guid Grant, string Device), long> _confirmed = new();

    /// <summary>Takes up a receipt; an older one changes nothing.</summary>
    public void Note(GrantReceipt receipt) =>
        _confirmed.AddOrUpdate((receipt.Grant, receipt.Device), receipt.Revision, (_, known) => Math.Max(known, receipt.Revision));

    /// <summary>Forgets an erased grant.</summary>
    public void Forget(Guid grant)
    {
        foreach (var key in _confirmed.Keys.Where(key => key.Grant == grant))
        {
            _confirmed.TryRemove(key, out _);
        }
    }

    /// <summary>True when a device has to be told of a grant: it stands where the grant holds, and has not confirmed its present state.</summary>
    public bool Awaits(string device, Grant grant) =>
        grant.Places.Include(device, AreasOf(device)) && _confirmed.GetValueOrDefault((grant.Id, device)) < grant.Revision;

    /// <summary>Devices that have not confirmed a grant's present state.</summary>
    public IReadOnlyList<string> Outstanding(Grant grant) =>
        [.. devices.All.Select(device => device.Device).Where(device => Awaits(device, grant)).Order(StringComparer.Ordinal)];

    private List<string> AreasOf(string device) =>
        [.. options.Areas.Where(area => area.Value.Contains(device, StringComparer.Ordinal)).Select(area => area.Key)];
}
