using System.Collections.Concurrent;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// The one thread of a chip: it waits for the edges of every input and does what may block in the kernel, so that a hanging expander holds up
/// its own lines and nobody else's. Safe for several threads.
/// </summary>
internal sealed class GpioThread(string chip, IGpioKernel kernel, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>How long an order may take. A chip on the processor takes microseconds, a USB expander some milliseconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostJobs = 256;
    private readonly ConcurrentQueue<GpioJob> _jobs = new();
    private readonly Lock _gate = new(); // guards _inputs, _ended, _stopping and the starting of the thread
    private readonly IGpioWaiter _waiter = kernel.CreateWaiter();
    private readonly List<GpioInput> _inputs = [];
    private TaskCompletionSource? _ended;
    private bool _stopping;

    /// <summary>Lets the thread do something.</summary>
    /// <exception cref="DeviceFaultException">The chip does not answer in time; the work is then not done later either.</exception>
    public async Task InvokeAsync(Action work, CancellationToken cancellationToken)
    {
        var job = new GpioJob(work);
        if (_jobs.Count >= MostJobs)
        {
            throw GpioFault.Stuck(chip);
        }

        _jobs.Enqueue(job);
        Start();
        Wake();
        try
        {
            await job.Done.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            job.GiveUp();
            throw GpioFault.Stuck(chip);
        }
        catch (OperationCanceledException)
        {
            job.GiveUp();
            throw;
        }
    }

    /// <summary>Listens to an input from now on.</summary>
    public void Add(GpioInput input)
    {
        lock (_gate)
        {
            _inputs.Add(input);
        }

        Start();
        Wake();
    }

    /// <summary>No longer listens to an input.</summary>
    public void Remove(GpioInput input)
    {
        lock (_gate)
        {
            _inputs.Remove(input);
        }
    }

    /// <summary>Looks at the inputs anew.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_stopping)
            {
                _waiter.Wake();
            }
        }
    }

    /// <summary>Ends the thread; one that is stuck in the kernel is left behind.</summary>
    public async ValueTask DisposeAsync()
    {
        Task? ended;
        lock (_gate)
        {
            if (_stopping)
            {
                return;
            }

            _waiter.Wake();
            _stopping = true;
            ended = _ended?.Task;
        }

        try
        {
            await (ended ?? Task.CompletedTask).WaitAsync(Patience, clock);
            _waiter.Dispose();
        }
        catch (TimeoutException)
        {
            // Stuck in the kernel. The thread is a background thread and ends with the process.
        }
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_ended is { Task.IsCompleted: false })
            {
                return;
            }

            if (_stopping)
            {
                FailAll(GpioFault.Released($"GPIO chip {chip}"));
                return;
            }

            var ended = _ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            new Thread(() => Run(ended)) { IsBackground = true, Name = $"gpio {chip}" }.Start();
        }
    }

    private void Run(TaskCompletionSource ended)
    {
        try
        {
            while (Turn())
            {
            }
        }
#pragma warning disable CA1031 // A thread has nobody above it: the jobs that wait learn of the failure, and the next job starts a new thread.
        catch (Exception error)
#pragma warning restore CA1031
        {
            FailAll(new DeviceFaultException($"The thread of GPIO chip {chip} failed and is started again: {error.Message}", error));
        }
        finally
        {
            // Together: an order that comes now is either failed here or starts the next thread.
            lock (_gate)
            {
                FailAll(GpioFault.Released($"GPIO chip {chip}"));
                ended.TrySetResult();
            }
        }
    }

    private bool Turn()
    {
        while (_jobs.TryDequeue(out var job))
        {
            job.Run();
        }

        List<GpioInput> inputs;
        lock (_gate)
        {
            if (_stopping)
            {
                return false;
            }

            inputs = [.. _inputs.Where(input => input.Listening)];
        }

        List<IGpioRequest> lines = [];
        inputs.RemoveAll(input =>
        {
            var held = input.Request;
            if (held is not null)
            {
                lines.Add(held);
            }

            return held is null;
        });
        var ready = new GpioReady[lines.Count];
        try
        {
            _waiter.Wait(lines, ready);
        }
        catch (ObjectDisposedException)
        {
            return true; // A line was given back since it was listed.
        }

        for (var i = 0; i < ready.Length; i++)
        {
            inputs[i].Handle(ready[i]);
        }

        return true;
    }

    private void FailAll(DeviceFaultException why)
    {
        while (_jobs.TryDequeue(out var job))
        {
            job.Fail(why);
        }
    }
}
