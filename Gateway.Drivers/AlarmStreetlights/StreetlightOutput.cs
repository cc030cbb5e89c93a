using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>One output on its way to the level that it is to have. Safe for several threads.</summary>
/// <param name="name">What it is, for messages.</param>
/// <param name="nameZh">The same in Chinese.</param>
/// <param name="line">The line; null for an output that the light does not have.</param>
internal sealed class StreetlightOutput(string name, string nameZh, IDigitalOutput? line)
{
    private readonly Lock _gate = new(); // guards the three below
    private bool _wanted;
    private bool? _level; // as driven last; null when nobody knows
    private Task _driving = Task.CompletedTask;
    private volatile Wording? _fault;

    /// <summary>Why it could not be driven the last time; null when it was.</summary>
    public Wording? Fault => _fault;

    /// <summary>Sets the level that it is to have; ends when it has been driven or has failed.</summary>
    public Task Show(bool active)
    {
        lock (_gate)
        {
            _wanted = active;
            if (line is not null && _driving.IsCompleted && _level != active)
            {
                _driving = DriveAsync(line);
            }

            return _driving;
        }
    }

    private async Task DriveAsync(IDigitalOutput output)
    {
        try
        {
            while (Next() is { } level)
            {
                await output.SetAsync(level, CancellationToken.None);
                lock (_gate)
                {
                    _level = level;
                }
            }

            _fault = null;
        }
        catch (DeviceFaultException error)
        {
            _fault = new Wording($"{nameZh}无法驱动：{error.Message}", $"The {name} cannot be driven: {error.Message}");
        }
    }

    /// <summary>The level to drive now; null when it has it.</summary>
    private bool? Next()
    {
        lock (_gate)
        {
            if (_level == _wanted)
            {
                return null;
            }

            _level = null;
            return _wanted;
        }
    }
}
