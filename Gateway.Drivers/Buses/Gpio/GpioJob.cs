using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One piece of work for a chip's thread. It is done by that thread or given up by whoever waited, never both.</summary>
internal sealed class GpioJob(Action work)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken; // 1 once the thread began it or the waiter gave it up

    public Task Done => _done.Task;

    /// <summary>Does the work unless it was given up. The outcome is in <see cref="Done"/>.</summary>
    public void Run()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return;
        }

        try
        {
            work();
            _done.TrySetResult();
        }
#pragma warning disable CA1031 // Handed to whoever waits for the job.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _done.TrySetException(error);
        }
    }

    /// <summary>Nobody wants it any more: a relay must not be pulled by an order that was reported as failed long ago.</summary>
    public void GiveUp() => Interlocked.Exchange(ref _taken, 1);

    /// <summary>The thread is not coming.</summary>
    public void Fail(DeviceFaultException why) => _done.TrySetException(why);
}
