using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>A kernel with chips that a test plugs in, unplugs, drives and hangs. Its monotonic clock is the test's.</summary>
internal sealed class FakeGpio(TimeProvider clock) : IGpioKernel
{
    private readonly long _began = clock.GetTimestamp();
    private readonly SortedDictionary<string, FakeChip> _chips = new(StringComparer.Ordinal);

    /// <summary>Guards every chip and line; pulsed when something happens.</summary>
    public object Gate { get; } = new();

    /// <summary>While unset every write waits, as on an expander that hangs.</summary>
    public ManualResetEventSlim Answering { get; } = new(initialState: true);

    /// <summary>Paths that answer with an error instead of opening.</summary>
    public Dictionary<string, GpioErrno> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Up for five seconds when the test began: not of the same origin as the test's clock.</summary>
    public long Nanoseconds => 5_000_000_000 + (long)clock.GetElapsedTime(_began).TotalNanoseconds;

    public IReadOnlyList<string> Paths()
    {
        lock (Gate)
        {
            return [.. _chips.Keys, .. Refused.Keys];
        }
    }

    public FakeChip Plug(string path, string label, params string[] lines)
    {
        lock (Gate)
        {
            var chip = new FakeChip(this, path, label, lines);
            _chips.Add(path, chip);
            return chip;
        }
    }

    public void Unplug(FakeChip chip)
    {
        lock (Gate)
        {
            chip.Gone = true;
            _chips.Remove(chip.Path);
            Monitor.PulseAll(Gate);
        }
    }

    public IGpioChip Open(string path)
    {
        lock (Gate)
        {
            return Refused.TryGetValue(path, out var refused) ? throw new GpioException((int)refused, $"open {path}")
                : _chips.TryGetValue(path, out var chip) ? chip
                : throw new GpioException((int)GpioErrno.NotFound, $"open {path}");
        }
    }

    public IGpioWaiter CreateWaiter() => new FakeWaiter(this);

    private sealed class FakeWaiter(FakeGpio kernel) : IGpioWaiter
    {
        private bool _woken;

        public void Wait(IReadOnlyList<IGpioRequest> lines, Span<GpioReady> ready)
        {
            lock (kernel.Gate)
            {
                while (true)
                {
                    var found = _woken;
                    for (var i = 0; i < lines.Count; i++)
                    {
                        ready[i] = ((FakeRequest)lines[i]).Ready;
                        found |= ready[i] != GpioReady.Nothing;
                    }

                    if (found)
                    {
                        _woken = false;
                        return;
                    }

                    Monitor.Wait(kernel.Gate);
                }
            }
        }

        public void Wake()
        {
            lock (kernel.Gate)
            {
                _woken = true;
                Monitor.PulseAll(kernel.Gate);
            }
        }

        public void Dispose()
        {
        }
    }
}
