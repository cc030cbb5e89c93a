using System.Threading.Channels;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>A camera's source under way, with what it reported.</summary>
internal class RunningSource<T> : IAsyncDisposable
    where T : ICameraSource
{
    private readonly Channel<VideoStatus> _statuses = Channel.CreateUnbounded<VideoStatus>();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _said = []; // owned by the test
    private readonly Func<T, int> _child;
    private readonly Task _run;

    public RunningSource(T source, Func<T, int> child)
    {
        (Source, _child) = (source, child);
        _run = Source.RunAsync(status => _statuses.Writer.WriteAsync(status), _stop.Token);
    }

    public T Source { get; }

    /// <summary>Everything that was read of what the camera reported, as text.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Waits until the camera says so; what it says in between is passed over.</summary>
    public Task<VideoStatus> UntilAsync(string code) => UntilAsync(status => status.Code == code, code);

    /// <summary>The same for anything about what it says.</summary>
    public async Task<VideoStatus> UntilAsync(Func<VideoStatus, bool> wanted, string words)
    {
        await foreach (var status in _statuses.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            _said.Add($"{status.State} {status.Code} {status.Reason.Zh} {status.Reason.En} {string.Join(", ", status.Details)}");
            if (wanted(status))
            {
                return status;
            }

            Assert.True(_said.Count < 100, $"never said {words}, but {Said}");
        }

        throw new InvalidOperationException("The camera ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        Assert.Equal(0, _child(Source));
        _stop.Dispose();
    }
}
