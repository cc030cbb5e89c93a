using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>A chip of the fake kernel; one line for each name.</summary>
internal sealed class FakeChip(FakeGpio kernel, string path, string label, string[] names) : IGpioChip
{
    private readonly FakeLine[] _lines = [.. names.Select(name => new FakeLine(name))];

    public FakeGpio Kernel => kernel;

    public string Path => path;

    public bool Gone { get; set; }

    public FakeLine this[int offset] => _lines[offset];

    public GpioChipInfo ReadInfo()
    {
        lock (kernel.Gate)
        {
            Check();
            return new GpioChipInfo(System.IO.Path.GetFileName(path), label, _lines.Length);
        }
    }

    public GpioLineInfo ReadLine(int offset)
    {
        lock (kernel.Gate)
        {
            Check();
            var line = _lines[offset];
            return new GpioLineInfo(offset, line.Name, line.Holder ?? "", line.Holder is not null);
        }
    }

    public IGpioRequest Request(GpioLineRequest request)
    {
        lock (kernel.Gate)
        {
            Check();
            var line = _lines[request.Offset];
            if (line.Holder is not null)
            {
                throw new GpioException((int)GpioErrno.Busy, "GPIO_V2_GET_LINE");
            }

            line.Requests.Add(request);
            return new FakeRequest(this, line, request);
        }
    }

    /// <summary>Sets the electrical level that the world applies to an input.</summary>
    public void Drive(int offset, bool high)
    {
        lock (kernel.Gate)
        {
            _lines[offset].Drive(high, kernel.Nanoseconds);
            Monitor.PulseAll(kernel.Gate);
        }
    }

    public void Check()
    {
        if (Gone)
        {
            throw new GpioException((int)GpioErrno.NoDevice, "ioctl");
        }
    }

    public void Dispose()
    {
    }
}
