using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// One line that is held, lost with its chip, and taken anew when the chip is back. Safe for several threads.
/// </summary>
/// <param name="link">The chip.</param>
/// <param name="address">The line.</param>
/// <param name="shape">How to take the line of an offset.</param>
internal sealed class GpioHold(GpioChipLink link, LineAddress address, Func<int, GpioLineRequest> shape) : IDisposable
{
    private readonly Lock _gate = new();
    private IGpioRequest? _request; // guarded by _gate
    private DeviceFaultException? _fault; // guarded by _gate: why it is not held
    private bool _released; // guarded by _gate

    /// <summary>The line in words.</summary>
    public string Title { get; } = address.Name is { } name ? $"GPIO line \"{name}\" of {link.Wanted}" : $"GPIO line {address.Number} of {link.Wanted}";

    /// <summary>What is held; null while it is not.</summary>
    public IGpioRequest? Request
    {
        get
        {
            lock (_gate)
            {
                return _request;
            }
        }
    }

    /// <summary>Why the line is not held; null while it is.</summary>
    public DeviceFaultException? Fault
    {
        get
        {
            lock (_gate)
            {
                return _request is not null ? null : _released ? GpioFault.Released(Title) : _fault;
            }
        }
    }

    /// <summary>Takes the line unless it is held or given back.</summary>
    /// <exception cref="DeviceFaultException">It could not be taken; remembered as the fault.</exception>
    public void Take()
    {
        lock (_gate)
        {
            if (_request is not null || _released)
            {
                return;
            }

            try
            {
                _request = TakeFrom(link.Require());
                _fault = null;
            }
            catch (DeviceFaultException error)
            {
                _fault = error;
                throw;
            }
        }
    }

    /// <summary>Uses the line.</summary>
    /// <exception cref="DeviceFaultException">It is not held, or does not answer.</exception>
    public T Use<T>(Func<IGpioRequest, T> use)
    {
        // A copy of the exception that was remembered: each one thrown has a stack of its own.
        var request = Request ?? throw new DeviceFaultException(Fault?.Message ?? GpioFault.Lost(Title).Message);
        try
        {
            return use(request);
        }
        catch (ObjectDisposedException error)
        {
            throw GpioFault.Lost(Title, error);
        }
        catch (GpioException error) when (error.Gone)
        {
            // Only said here: the chip's own watch takes note of the loss, and then tells whoever waits for an edge.
            throw GpioFault.Lost(Title, error);
        }
        catch (GpioException error)
        {
            throw GpioFault.Using(Title, error);
        }
    }

    /// <summary>The chip is gone, and with it the line.</summary>
    /// <returns>False when the line was not held anyway.</returns>
    public bool Lose()
    {
        lock (_gate)
        {
            if (_request is null)
            {
                return false;
            }

            _request.Dispose();
            (_request, _fault) = (null, GpioFault.Lost(Title));
            return true;
        }
    }

    /// <summary>Gives the line back for good.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _released = true;
            _request?.Dispose();
            _request = null;
        }
    }

    private IGpioRequest TakeFrom((IGpioChip Chip, GpioChipInfo Info) found)
    {
        int? offset = null;
        try
        {
            offset = GpioLocator.Offset(found.Chip, found.Info, address);
            return found.Chip.Request(shape(offset.Value));
        }
        catch (GpioException error)
        {
            throw GpioFault.Taking(Title, offset is { } line && error.Errno == GpioErrno.Busy ? Holder(found.Chip, line) : null, error);
        }
    }

    private static string? Holder(IGpioChip chip, int offset)
    {
        try
        {
            return chip.ReadLine(offset).Consumer;
        }
        catch (GpioException)
        {
            return null;
        }
    }
}
