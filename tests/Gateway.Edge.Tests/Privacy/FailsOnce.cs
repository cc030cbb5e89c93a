using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Tests.Privacy;

/// <summary>A store whose disk takes nothing while the test says so; and one that reads for as long as the test says.</summary>
internal sealed class FailsOnce : IPersonStore
{
    public string Name => "made-up";

    public LocalizedText Title { get; } = new("测试", "Made up");

    public LocalizedText? Stays => null;

    public bool IsLong { get; set; }

    public bool Breaks { get; set; }

    /// <summary>Reading waits for this; null for not at all.</summary>
    public TaskCompletionSource? Holds { get; set; }

    /// <summary>Completes when it was asked to erase and broke.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        progress.Report(0.5);
        await (Holds?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return StoreContent.Nothing;
    }

    public Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        if (!Breaks)
        {
            return Task.FromResult(StoreErasure.Done());
        }

        Asked.TrySetResult();
        throw new IOException("No space left on device.");
    }
}
