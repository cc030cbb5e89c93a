using System.Reflection;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Uplink;

/// <summary>The retained message that says how this gateway is: after every connect, and from time to time while it changes. Owned by the pump.</summary>
internal sealed class StateMessage(IMqttSession session, IJournal journal, UplinkStatus status, UplinkOptions options, TimeProvider time)
{
    private const string ContentType = "application/json; charset=utf-8";

    private Task _sent = Task.CompletedTask;
    private (long Last, long Receipted) _told = (-1, -1);
    private long _toldAt;
    private bool _isDue;

    public static string Version { get; } =
        typeof(StateMessage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    /// <summary>What the broker says for us when we vanish.</summary>
    public static string LastWill { get; } = JsonSerializer.Serialize(new GatewayState { Online = false, Version = Version });

    public void LinkIsNew() => _isDue = true;

    /// <summary>Sends the state when it is due; a refusal shows with the events.</summary>
    public void Tick()
    {
        var now = (journal.LastSequence, status.Receipted);
        if (!_sent.IsCompleted || !(_isDue || (now != _told && time.GetElapsedTime(_toldAt) >= options.StateInterval)))
        {
            return;
        }

        (_isDue, _told, _toldAt) = (false, now, time.GetTimestamp());
        var state = new GatewayState
        {
            Online = true,
            Version = Version,
            Journal = journal.JournalId.ToString(),
            LastSequence = now.LastSequence,
            Receipted = now.Receipted,
            At = time.GetUtcNow(),
        };
        _sent = SendAsync(new MqttMessage(
            Topics.State(options.Station, options.Compound), JsonSerializer.SerializeToUtf8Bytes(state), ContentType, Retain: true));
    }

    private async Task SendAsync(MqttMessage message)
    {
        try
        {
            await session.PublishAsync(message, CancellationToken.None);
        }
        catch (Exception error) when (error is MqttFaultException or ObjectDisposedException)
        {
            _isDue = error is MqttFaultException && _isDue;
        }
    }
}
