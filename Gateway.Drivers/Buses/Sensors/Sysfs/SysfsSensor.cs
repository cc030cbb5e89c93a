using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>
/// Reads one channel on a thread that may hang in the kernel without holding up anybody. While one reading hangs no other is begun. Safe for several
/// threads.
/// </summary>
internal sealed class SysfsSensor : ISensor
{
    /// <summary>How long a reading may take: a 1-wire thermometer takes 0.75 s, and several on one wire take turns.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new(); // guards what follows it
    private readonly string _root;
    private readonly SensorAddress _address;
    private readonly ISysfsSource _source;
    private readonly TimeProvider _clock;
    private readonly (double Least, double Most) _limits;
    private Task<double>? _reading;
    private string? _folder;
    private double _last = double.NaN;
    private long _since;
    private string? _fault;

    /// <exception cref="DeviceFaultException">The channel is not one of the subsystem's, or a share is asked of something that is no voltage.</exception>
    public SysfsSensor(string root, SensorAddress address, TimeProvider clock)
    {
        (_root, _address, _source, _clock) = (root, address, SysfsSources.Of(address.Source), clock);
        Title = address.Channel.Length == 0 ? $"Sensor {address.Device}" : $"Sensor {address.Device} {address.Channel}";
        Unit = SysfsSources.Unit(address);
        var (least, most) = SensorLimits.Of(Unit);
        _limits = (address.Least ?? least, address.Most ?? most);
    }

    /// <inheritdoc/>
    public SensorUnit Unit { get; }

    /// <summary>The sensor in words.</summary>
    public string Title { get; }

    /// <summary>Why the last reading failed; null when it did not, or there was none.</summary>
    public string? Fault
    {
        get
        {
            lock (_gate)
            {
                return _fault;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<SensorReading> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var value = await Begin().WaitAsync(Patience, _clock, cancellationToken);
            var reading = new SensorReading(Judge(value), Unit, _clock.GetTimestamp());
            Remember(null);
            return reading;
        }
        catch (TimeoutException error)
        {
            throw Failed($"has not answered for {Patience.TotalSeconds:0} s. Check its cable and supply", error);
        }
        catch (FormatException error)
        {
            throw Failed($"gives no reading: {error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Failed($"cannot be read: {error.Message} Check its cable, supply and driver", error);
        }
        catch (DeviceFaultException error)
        {
            Remember(error.Message);
            throw;
        }
    }

    /// <summary>Begins a reading, or joins the one that is under way.</summary>
    private Task<double> Begin()
    {
        lock (_gate)
        {
            if (_reading is not { IsCompleted: false })
            {
                // A thread of its own: a pool thread held for 0.75 s by each of many thermometers would be missed elsewhere.
                _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            return _reading;
        }
    }

    private double Read()
    {
        string? folder;
        lock (_gate)
        {
            folder = _folder;
        }

        folder ??= SysfsDevices.Find(_root, _source, _address.Device);
        try
        {
            var value = _source.Read(folder, _address.Channel);
            Keep(folder);
            return value;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The device may come back under another number.
            Keep(null);
            throw;
        }
    }

    private void Keep(string? folder)
    {
        lock (_gate)
        {
            _folder = folder;
        }
    }

    private double Judge(double measured)
    {
        var value = _address.FullScale is { } full ? measured / full : measured;
        if (value < _limits.Least || value > _limits.Most)
        {
            throw new FormatException(FormattableString.Invariant(
                $"{value:0.###} {SensorLimits.Symbol(Unit)} cannot be true (it would have to be {_limits.Least:0.###} to {_limits.Most:0.###}). Check the sensor and its wires"));
        }

        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            if (value != _last)
            {
                (_last, _since) = (value, now);
            }
            else if (_address.StuckAfter is { } limit && _clock.GetElapsedTime(_since, now) >= limit)
            {
                throw new FormatException(FormattableString.Invariant(
                    $"it has stood still at {value:0.###} {SensorLimits.Symbol(Unit)} for {limit.TotalSeconds:0} s. The sensor hangs: switch its supply off and on"));
            }
        }

        return value;
    }

    private DeviceFaultException Failed(string what, Exception error)
    {
        var message = $"{Title} {what}.";
        Remember(message);
        return new DeviceFaultException(message, error);
    }

    private void Remember(string? fault)
    {
        lock (_gate)
        {
            _fault = fault;
        }
    }
}
