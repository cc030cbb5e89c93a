using System.Threading.Channels;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>A video source under way, with what it reported.</summary>
internal sealed class RunningCamera : IAsyncDisposable
{
    private readonly Channel<VideoStatus> _statuses = Channel.CreateUnbounded<VideoStatus>();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _said = []; // owned by the test
    private readonly Task _run;

    public RunningCamera(VideoSettings settings, Func<CancellationToken, Task<Uri>>? find = null)
    {
        Source = new FfmpegVideoSource(settings, TimeProvider.System, new Random(1), find);
        _run = Source.RunAsync(status => _statuses.Writer.WriteAsync(status), _stop.Token);
    }

    public FfmpegVideoSource Source { get; }

    /// <summary>Everything that was read of what the camera reported, as text.</summary>
    public string Said => string.Join('\n', _said);

    public static VideoSettings Settings(string url) => new()
    {
        Url = url,
        Width = 160,
        Height = 90,
        FramesPerSecond = 10,
        StallAfter = TimeSpan.FromSeconds(4),
        ReconnectFrom = TimeSpan.FromMilliseconds(50),
        ReconnectUpTo = TimeSpan.FromMilliseconds(200),
    };

    /// <summary>Waits until the camera says so; what it says in between is passed over.</summary>
    public async Task<VideoStatus> UntilAsync(string code)
    {
        await foreach (var status in _statuses.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            _said.Add($"{status.State} {status.Code} {status.Reason.Zh} {status.Reason.En} {string.Join(", ", status.Details)}");
            if (status.Code == code)
            {
                return status;
            }

            Assert.True(_said.Count < 100, $"never said {code}, but {Said}");
        }

        throw new InvalidOperationException("The camera ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run);
        Assert.Equal(0, Source.ChildId);
        _stop.Dispose();
    }
}
