using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Passages;

/// <summary>What each gate shows at this moment, for displays and consoles. Written by the gates' loops, read by anyone.</summary>
internal sealed class GateBoard
{
    private readonly ConcurrentDictionary<DeviceId, GateView> _gates = new();

    /// <summary>All gates by id.</summary>
    public IReadOnlyList<GateView> Gates => [.. _gates.Values.OrderBy(gate => gate.Gate.Value, StringComparer.Ordinal)];

    /// <summary>The gate stands no more.</summary>
    public void Remove(DeviceId gate) => _gates.TryRemove(gate, out _);

    /// <summary>Sets what a gate shows; cheap when nothing has changed.</summary>
    public void Show(DeviceId gate, LocalizedText name, GatePhase phase, PassageDecision? decision)
    {
        if (_gates.TryGetValue(gate, out var shown) && shown.Phase == phase && ReferenceEquals(shown.Decision, decision))
        {
            return;
        }

        _gates[gate] = new GateView(gate, name, phase, decision);
    }
}
