using System.Diagnostics.CodeAnalysis;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Export;

/// <summary>One export, in memory alone: nothing of it ever lies on the disk. Safe for use by several threads.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Whoever runs the job disposes of its source when it has ended.")]
internal sealed class ExportJob(Guid id, Guid subject, string account, string by, CancellationTokenSource stop)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Guarded by _gate.
    private ExportStanding _now = new(ExportState.Running, 0, null, null, null);

    /// <summary>Opaque id.</summary>
    public Guid Id => id;

    /// <summary>Whose data.</summary>
    public Guid Subject => subject;

    /// <summary>Id of the account that asked: nobody else gets it.</summary>
    public string Account => account;

    /// <summary>Who asked, for records.</summary>
    public string By => by;

    /// <summary>Completes when nothing of it runs any more.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Nothing of it runs any more.</summary>
    public void End() => _ended.TrySetResult();

    /// <summary>Where it stands; 0 to 1, and what it is at.</summary>
    public ExportStanding Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <summary>Tells how far it has come.</summary>
    public void Tell(double progress, LocalizedText stage) => Change(now => now with { Progress = progress, Stage = stage });

    /// <summary>It can be downloaded; false where somebody stopped it meanwhile.</summary>
    public bool Finish(byte[] file) => Change(now => now with { State = ExportState.Ready, Progress = 1, File = file });

    /// <summary>It ended without a file.</summary>
    public void Fail(LocalizedText why) => Change(now => now with { State = ExportState.Failed, Fault = why });

    /// <summary>Stops it; what is ready is thrown away. False where it had ended already without a file.</summary>
    public bool Cancel()
    {
        lock (_gate)
        {
            if (_now.State is ExportState.Cancelled or ExportState.Failed)
            {
                return false;
            }

            _now = _now with { State = ExportState.Cancelled, File = null };
        }

        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had just ended.
        }

        return true;
    }

    private bool Change(Func<ExportStanding, ExportStanding> change)
    {
        lock (_gate)
        {
            if (_now.State != ExportState.Running)
            {
                return false;
            }

            _now = change(_now);
            return true;
        }
    }
}
