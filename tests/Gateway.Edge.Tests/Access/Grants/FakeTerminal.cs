using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Tests.Access.Grants;

/// <summary>A terminal that holds grants by itself and can be away.</summary>
internal sealed class FakeTerminal(string device) : IGrantDevice
{
    private readonly Lock _gate = new();
    private readonly List<GrantOrder> _taken = [];

    public string Device => device;

    /// <summary>Away: every order fails.</summary>
    public bool IsOffline { get; set; }

    /// <summary>Hangs: every order waits for ever.</summary>
    public bool Hangs { get; set; }

    public IReadOnlyList<GrantOrder> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    public ValueTask TakeAsync(GrantOrder order, CancellationToken cancellationToken)
    {
        if (Hangs)
        {
            return new ValueTask(new TaskCompletionSource().Task);
        }

        if (IsOffline)
        {
            throw new DeviceFaultException($"{device} does not answer. Look after its cable.");
        }

        lock (_gate)
        {
            _taken.Add(order);
        }

        return ValueTask.CompletedTask;
    }
}
