using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>A line of the fake kernel.</summary>
internal sealed class FakeLine(string name)
{
    public string Name => name;

    /// <summary>Who holds the line.</summary>
    public string? Holder { get; set; }

    /// <summary>Set while reading the line answers with an error, as on a disturbed I2C bus.</summary>
    public bool Disturbed { get; set; }

    /// <summary>The electrical level.</summary>
    public bool High { get; private set; }

    /// <summary>Every electrical level that an output had, from the request on.</summary>
    public List<bool> Levels { get; } = [];

    public List<GpioLineRequest> Requests { get; } = [];

    public FakeRequest? Request { get; set; }

    public void Put(bool high)
    {
        High = high;
        Levels.Add(high);
    }

    public void Drive(bool high, long nanoseconds)
    {
        High = high;
        Request?.Happen(nanoseconds);
    }
}
