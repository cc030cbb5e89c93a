using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>A held line of the fake kernel: like the real one it keeps the newest edges when its buffer is full.</summary>
internal sealed class FakeRequest : IGpioRequest
{
    private readonly Queue<GpioEvent> _events = [];
    private readonly FakeChip _chip;
    private readonly FakeLine _line;
    private readonly GpioLineRequest _settings;
    private uint _sequence;

    public FakeRequest(FakeChip chip, FakeLine line, GpioLineRequest settings)
    {
        (_chip, _line, _settings) = (chip, line, settings);
        (line.Holder, line.Request) = (settings.Consumer, this);
        if (settings.Output is { } level)
        {
            line.Put(level != settings.ActiveLow);
        }
    }

    /// <summary>For a waiter, under the kernel's lock.</summary>
    public GpioReady Ready => _chip.Gone ? GpioReady.Gone : _events.Count > 0 ? GpioReady.Edge : GpioReady.Nothing;

    public bool Read()
    {
        lock (_chip.Kernel.Gate)
        {
            _chip.Check();
            if (_line.Disturbed)
            {
                throw new GpioException((int)GpioErrno.RemoteIo, "GPIO_V2_LINE_GET_VALUES");
            }

            return _line.High != _settings.ActiveLow;
        }
    }

    public void Write(bool active)
    {
        _chip.Kernel.Answering.Wait();
        lock (_chip.Kernel.Gate)
        {
            _chip.Check();
            _line.Put(active != _settings.ActiveLow);
        }
    }

    public int ReadEvents(Span<GpioEvent> into)
    {
        lock (_chip.Kernel.Gate)
        {
            _chip.Check();
            var count = 0;
            while (count < into.Length && _events.TryDequeue(out var taken))
            {
                into[count++] = taken;
            }

            return count;
        }
    }

    public void Happen(long nanoseconds)
    {
        _events.Enqueue(new GpioEvent(_line.High != _settings.ActiveLow, nanoseconds, ++_sequence));
        if (_events.Count > _settings.Buffer)
        {
            _events.Dequeue();
        }
    }

    public void Dispose()
    {
        lock (_chip.Kernel.Gate)
        {
            if (ReferenceEquals(_line.Request, this))
            {
                (_line.Holder, _line.Request) = (null, null);
            }
        }
    }
}
