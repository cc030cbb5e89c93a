using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// One input line for several devices: opened when the first begins to listen, given back when the last has gone. Each gets every edge in a
/// bounded queue of its own. One that falls behind is faulted where others listen too; where it is alone the line waits for it, as without
/// sharing. A line that is lost is lost for all, and opened anew by whoever comes first. Safe for several threads.
/// </summary>
internal sealed class SharedInput(IDigitalBus bus, LineAddress address)
{
    private readonly Lock _gate = new(); // guards everything below it
    private readonly List<InputLine> _claims = [];
    private readonly List<SharedReader> _readers = [];
    private Source? _source;
    private TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously); // done, and replaced, when a reader comes or goes

    /// <summary>Counts a device in whose debounce is to be heeded.</summary>
    public IAsyncDisposable Claim(InputLine line)
    {
        lock (_gate)
        {
            _claims.Add(line);
        }

        return new Claimed(this, line);
    }

    /// <summary>Begins to listen.</summary>
    /// <exception cref="DeviceFaultException">No such line, or somebody outside the gateway has it.</exception>
    public IDigitalInput Open(InputLine line)
    {
        lock (_gate)
        {
            if (_source is null)
            {
                var debounce = _claims.Select(claim => claim.Debounce).Append(line.Debounce).Min();
                var source = _source = new Source(bus.OpenInput(line with { Debounce = debounce }));
                _ = Task.Run(() => PumpAsync(source));
            }

            var reader = new SharedReader(this, line, _source.Line);
            _readers.Add(reader);
            Changed();
            return reader;
        }
    }

    /// <summary>A reader goes; the last one gives the line back.</summary>
    public async ValueTask LeaveAsync(SharedReader reader)
    {
        Source? ended = null;
        lock (_gate)
        {
            if (_readers.Remove(reader) && _readers.Count == 0)
            {
                (ended, _source) = (_source, null);
            }

            Changed();
        }

        if (ended is not null)
        {
            await ended.EndAsync();
        }
    }

    /// <summary>The level of a line could not be read: it is lost for everyone who has it from there.</summary>
    public void Lose(IDigitalInput line, DeviceFaultException fault)
    {
        lock (_gate)
        {
            if (_source?.Line != line)
            {
                return; // an earlier one
            }

            _readers.ForEach(reader => reader.Fail(fault));
            _readers.Clear();
            _ = _source.EndAsync();
            _source = null;
            Changed();
        }
    }

    private async Task PumpAsync(Source source)
    {
        try
        {
            while (true)
            {
                await DeliverAsync(source, await source.Line.ReadEdgeAsync(source.Stop.Token));
            }
        }
        catch (DeviceFaultException fault)
        {
            Lose(source.Line, fault);
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
    }

    private async ValueTask DeliverAsync(Source source, DigitalEdge edge)
    {
        HashSet<SharedReader> served = [];
        while (true)
        {
            Task change;
            SharedReader? full = null;
            lock (_gate)
            {
                if (_source != source)
                {
                    return;
                }

                foreach (var reader in _readers.Where(reader => !served.Contains(reader)).ToList())
                {
                    if (reader.TryTell(edge))
                    {
                        served.Add(reader);
                    }
                    else if (_readers.Count == 1)
                    {
                        full = reader;
                    }
                    else
                    {
                        reader.Fail(new DeviceFaultException($"{reader.Consumer}: fell behind with the changes of the line {address}."));
                        _readers.Remove(reader);
                    }
                }

                change = _joined.Task;
            }

            if (full is null)
            {
                return;
            }

            await Task.WhenAny(full.RoomAsync(source.Stop.Token), change);
            source.Stop.Token.ThrowIfCancellationRequested();
        }
    }

    private void Changed()
    {
        _joined.TrySetResult();
        _joined = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private void Unclaim(InputLine line)
    {
        lock (_gate)
        {
            _claims.Remove(line);
        }
    }

    private sealed class Claimed(SharedInput shared, InputLine line) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            shared.Unclaim(line);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The line while it is open.</summary>
    private sealed class Source(IDigitalInput line)
    {
        public IDigitalInput Line => line;

        public CancellationTokenSource Stop { get; } = new();

        /// <summary>Gives the line back. Never fails: whoever waits for it has been told already.</summary>
        public async Task EndAsync()
        {
            await Stop.CancelAsync();
            try
            {
                await line.DisposeAsync();
            }
            catch (DeviceFaultException)
            {
                // It is lost: giving it back is all that was left.
            }
        }
    }
}
