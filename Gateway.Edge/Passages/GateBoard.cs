using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Passages;

/// <summary>What each gate shows at this moment, for displays and consoles. Written by the gates' loops, read by anyone.</summary>
/// <param name="time">Tells since when an answer is on show.</param>
internal sealed class GateBoard(TimeProvider time)
{
    private readonly ConcurrentDictionary<DeviceId, GateView> _gates = new();
    private readonly ConcurrentDictionary<DeviceId, bool> _released = new();

    // Answers to cards and codes stand over what the camera's loop shows, which goes on meanwhile.
    private readonly ConcurrentDictionary<DeviceId, Answered> _answers = new();
    private TaskCompletionSource _changed = NextChange();

    /// <summary>All gates by id.</summary>
    public IReadOnlyList<GateView> Gates => [.. _gates.Values.Select(gate => _answers.GetValueOrDefault(gate.Gate)?.Shown ?? gate).OrderBy(gate => gate.Gate.Value, StringComparer.Ordinal)];

    /// <summary>Ends with the next change of any gate. To be taken before looking, so that nothing between is missed.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>What a gate shows; null while nothing is known of it.</summary>
    public GateView? Find(DeviceId gate) => _answers.GetValueOrDefault(gate)?.Shown ?? _gates.GetValueOrDefault(gate);

    /// <summary>True while the gate stands open for a fire or an emergency.</summary>
    public bool IsReleased(DeviceId gate) => _released.ContainsKey(gate);

    /// <summary>The gate's loop has ended: nothing it showed stands any more. A release does, until <see cref="Release"/> ends it.</summary>
    public void Remove(DeviceId gate)
    {
        _gates.TryRemove(gate, out _);
        _answers.TryRemove(gate, out _);
        TellChange();
    }

    /// <summary>Shows the answer to a card or a code, over anything else, until <see cref="EndAnswer"/>.</summary>
    public void Answer(GateView answer)
    {
        _answers[answer.Gate] = new Answered(answer, answer with { Since = time.GetTimestamp() });
        TellChange();
    }

    /// <summary>Ends this very answer, unless another has come since, be it in the same words.</summary>
    public void EndAnswer(GateView answer)
    {
        if (_answers.TryGetValue(answer.Gate, out var standing) && ReferenceEquals(standing.Given, answer)
            && _answers.TryRemove(KeyValuePair.Create(answer.Gate, standing)))
        {
            TellChange();
        }
    }

    /// <summary>Sets what a gate shows; cheap when nothing has changed.</summary>
    public void Show(DeviceId gate, LocalizedText name, GatePhase phase, PassageDecision? decision)
    {
        var same = _gates.TryGetValue(gate, out var shown) && ReferenceEquals(shown.Decision, decision);
        if (same && shown!.Phase == phase)
        {
            return;
        }

        _gates[gate] = new GateView(gate, name, phase, decision) { Since = same ? shown!.Since : time.GetTimestamp() };
        TellChange();
    }

    /// <summary>The gate has been released for a fire or an emergency, or is locked again.</summary>
    public void Release(DeviceId gate, bool active)
    {
        if (active)
        {
            _released[gate] = true;
        }
        else
        {
            _released.TryRemove(gate, out _);
        }

        TellChange();
    }

    private static TaskCompletionSource NextChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void TellChange() => Interlocked.Exchange(ref _changed, NextChange()).SetResult();

    /// <summary>One answer to a card or code: a class, since equal answers to two people are two answers.</summary>
    private sealed class Answered(GateView given, GateView shown)
    {
        public GateView Given => given;

        public GateView Shown => shown;
    }
}
