using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Edge.Tests.Passages;

/// <summary>A terminal gate without a terminal.</summary>
internal sealed class ScriptedTerminal(DeviceId id) : ITerminalGate
{
    public DeviceId Id => id;

    public Wording Name { get; } = new("西门", "West gate");

    public TerminalSyncStatus People { get; } = new(0, [], new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Ends with whoever answers its questions.</summary>
    public TaskCompletionSource<IRemoteCheck?> Answers { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Hold(IReadOnlyCollection<TerminalPerson> people) => throw new NotSupportedException();

    public void AnswerWith(IRemoteCheck? check) => Answers.TrySetResult(check);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask KeepReleasedAsync(bool released, CancellationToken cancellationToken) => throw new NotSupportedException();
}
