using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Takes one message after the other: checks it, has it done, puts it on record and answers. Used by one thread.</summary>
internal sealed class CommandDispatcher(
    CommandGate gate, IEnumerable<ICommandHandler> handlers, CommandAudit audit, IMqttSession session, UplinkOptions options, UplinkStatus status,
    TimeProvider time, ILogger<CommandService> logger)
{
    private const int MostCorrelationBytes = 64;
    private const int MostRemembered = 256;

    private static readonly TimeSpan HandlerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReplyPatience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, ICommandHandler> _handlers = handlers.ToDictionary(handler => handler.Name, StringComparer.Ordinal);

    // Orders that were done: given again, they are answered and not done again.
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly Queue<string> _doneInOrder = new();

    public async Task DispatchAsync(MqttMessage message, CancellationToken cancellationToken)
    {
        var name = Name(message.Topic);
        var command = gate.Admit(message, name, out var refusal);
        if (refusal is not null)
        {
            status.CountIgnored();
            CommandLog.Refused(logger, message.Topic, refusal.Code, refusal.Reason.En);
        }

        var again = refusal is null && _done.Contains(command!.Id);
        var answer = refusal ?? (again ? CommandAnswer.Done(new("该指令此前已完成", "this was done before")) : await DoAsync(command!, cancellationToken));
        if (!again)
        {
            await audit.RecordAsync(name, command, answer);
        }

        await ReplyAsync(message, name, new CommandReply(command?.Id ?? "", answer.Outcome, answer.Code, answer.Reason, time.GetUtcNow()), cancellationToken);
    }

    private static string Name(string topic) => topic[(topic.LastIndexOf('/') + 1)..];

    private async Task<CommandAnswer> DoAsync(CommandEnvelope command, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(command.Name, out var handler))
        {
            return CommandRefusals.Unknown;
        }

        var answer = await HandleAsync(handler, command, cancellationToken);
        CommandLog.Answered(logger, command.Name, command.By, answer.Code);
        if (answer.Outcome == CommandOutcome.Done)
        {
            Remember(command.Id);
        }

        return answer;
    }

    private async Task<CommandAnswer> HandleAsync(ICommandHandler handler, CommandEnvelope command, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(HandlerPatience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var request = new CommandRequest(command.Name, command.Id, command.By, command.Issued, command.Payload);
            // A handler that ignores its token is left behind: the next command does not wait for it.
            return await handler.HandleAsync(request, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return CommandRefusals.TimedOut;
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one handler throws is an answer, and nothing else notices.
        catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
        {
            CommandLog.HandlerFailed(logger, command.Name, error);
            return CommandRefusals.Broken;
        }
    }

    private void Remember(string id)
    {
        _done.Add(id);
        _doneInOrder.Enqueue(id);
        if (_doneInOrder.Count > MostRemembered)
        {
            _done.Remove(_doneInOrder.Dequeue());
        }
    }

    // The answer goes to our own reply topic alone: nobody makes this gateway publish elsewhere.
    private async Task ReplyAsync(MqttMessage message, string name, CommandReply reply, CancellationToken cancellationToken)
    {
        var topic = Topics.Reply(options.Station, options.Compound, name);
        if (message.ResponseTopic != topic || message.CorrelationData.Length > MostCorrelationBytes)
        {
            return;
        }

        try
        {
            await session.PublishAsync(
                new MqttMessage(topic, JsonSerializer.SerializeToUtf8Bytes(reply), CommandReply.ContentType, CorrelationData: message.CorrelationData),
                cancellationToken).WaitAsync(ReplyPatience, time, cancellationToken);
        }
        catch (Exception error) when (error is MqttFaultException or TimeoutException)
        {
            CommandLog.NotAnswered(logger, error.Message);
        }
    }
}
