using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Uplink;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace Gateway.Edge.Tests.Uplink.Commands;

/// <summary>A device that hangs costs one command its answer and no other command anything.</summary>
public sealed class CommandPatienceTests
{
    [Fact(Timeout = 60_000)]
    public async Task Handler_that_hangs_and_ignores_its_token_is_left_behind()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource<CommandAnswer>();
        var hanging = new ScriptedHandler("hang", (_, _) =>
        {
            entered.SetResult();
            return new ValueTask<CommandAnswer>(never.Task);
        });
        var journal = new MemoryJournal();
        var session = Substitute.For<IMqttSession>();
        var guard = new ReplayGuard(Path.Combine(broker.Folder, "floor"), time.GetUtcNow() - TimeSpan.FromMinutes(1), CommandGate.Skew, NullLogger.Instance);
        var dispatcher = new CommandDispatcher(
            new CommandGate(new CommandVerifier(broker.Station, "garden", broker.Pki.Authority.Certificate, time), guard, time),
            [hanging], new CommandAudit(journal, time, NullLogger.Instance), session, new UplinkOptions { Station = broker.Station, Compound = "garden" },
            new UplinkStatus(journal, session), time, NullLogger<CommandService>.Instance);

        var dispatched = dispatcher.DispatchAsync(broker.Message("garden", broker.Sign("garden", "hang", "{}", time.GetUtcNow())), TestContext.Current.CancellationToken);
        await entered.Task;
        time.Advance(TimeSpan.FromSeconds(6));
        await dispatched;

        var reply = Assert.Single(session.ReceivedCalls().SelectMany(call => call.GetArguments()).OfType<MqttMessage>());
        Assert.Contains("timed-out", Encoding.UTF8.GetString(reply.Payload.Span), StringComparison.Ordinal);
    }
}
