using System.Collections.Concurrent;
using System.Threading.Channels;
using System.Xml;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Onvif;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>The event service of the fake device: any number of subscriptions, each with its own queue.</summary>
internal sealed class FakePullPoints : IDisposable
{
    private readonly ConcurrentDictionary<string, Channel<string>> _points = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _inputs = new(StringComparer.Ordinal) { ["D1"] = false, ["D2"] = false };
    private readonly CancellationTokenSource _closed = new();
    private int _last;

    /// <summary>Subscriptions that exist now.</summary>
    public int Count => _points.Count;

    /// <summary>Each request at a subscription must carry the parameter that it was created with.</summary>
    public bool WithParameters { get; set; }

    /// <summary>An input changes, and every subscriber is told.</summary>
    public void Input(string token, bool level)
    {
        _inputs[token] = level;
        Tell(FakeOnvifReplies.InputNotice(token, level, "Changed"));
    }

    public void Tell(string notice)
    {
        foreach (var point in _points.Values)
        {
            point.Writer.TryWrite(notice);
        }
    }

    /// <summary>The device restarts its event service and knows no subscription any more; whoever waits on one gets nothing and asks again.</summary>
    public void Forget()
    {
        Tell("");
        _points.Clear();
    }

    /// <summary>Whoever waits for messages gets none.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    public async Task<string?> ReplyAsync(string operation, XElement request, string path, string? parameter, string here, CancellationToken aborted)
    {
        if (operation == "CreatePullPointSubscription")
        {
            var name = $"{Interlocked.Increment(ref _last)}";
            _points[name] = Channel.CreateUnbounded<string>();
            return FakeOnvifReplies.Subscription($"{here}/onvif/subscription/{(WithParameters ? "any" : name)}", WithParameters ? name : null);
        }

        var key = (WithParameters ? parameter : path.Split('/')[^1]) ?? "";
        if (!_points.TryGetValue(key, out var point))
        {
            return null;
        }

        switch (operation)
        {
            case "PullMessages":
                return await PullAsync(point, XmlConvert.ToTimeSpan(request.Text("Timeout")!), aborted);
            case "SetSynchronizationPoint":
                foreach (var (token, level) in _inputs)
                {
                    point.Writer.TryWrite(FakeOnvifReplies.InputNotice(token, level, "Initialized"));
                }

                return "<tev:SetSynchronizationPointResponse/>";
            case "Renew":
                return FakeOnvifReplies.Renewed;
            case "Unsubscribe":
                _points.TryRemove(key, out _);
                return "<wsnt:UnsubscribeResponse/>";
            default:
                return null;
        }
    }

    private async Task<string> PullAsync(Channel<string> point, TimeSpan patience, CancellationToken aborted)
    {
        using var over = new CancellationTokenSource(patience, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(over.Token, aborted, _closed.Token);
        List<string> notices = [];
        try
        {
            notices.Add(await point.Reader.ReadAsync(stop.Token));
            while (point.Reader.TryRead(out var next))
            {
                notices.Add(next);
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing to say in time.
        }

        return FakeOnvifReplies.Messages(notices);
    }
}
