using Gateway.Cloud.Contract;
using Gateway.Edge.Uplink.Commands;

namespace Gateway.Edge.Tests.Uplink.Commands;

/// <summary>Does what the test says, and keeps what it was asked.</summary>
internal sealed class ScriptedHandler(string name, Func<CommandRequest, CancellationToken, ValueTask<CommandAnswer>>? act = null) : ICommandHandler
{
    public List<CommandRequest> Asked { get; } = [];

    public string Name => name;

    public ValueTask<CommandAnswer> HandleAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        return act?.Invoke(request, cancellationToken) ?? ValueTask.FromResult(CommandAnswer.Done(new LocalizedText("好", "done")));
    }
}
