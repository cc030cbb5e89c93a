using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Finds one chip, by path, label or name, and finds it again after it was unplugged. Safe for several threads.</summary>
internal sealed class GpioChipLink(string wanted, IGpioKernel kernel) : IDisposable
{
    private readonly Lock _gate = new();
    private IGpioChip? _chip; // guarded by _gate
    private GpioChipInfo? _info; // guarded by _gate

    /// <summary>The chip as the hardware file names it.</summary>
    public string Wanted => wanted;

    /// <summary>The chip, opened if need be.</summary>
    /// <exception cref="DeviceFaultException">It is absent, ambiguous or forbidden.</exception>
    public (IGpioChip Chip, GpioChipInfo Info) Require()
    {
        lock (_gate)
        {
            if (_chip is null || _info is null)
            {
                (_chip, _info) = wanted.StartsWith('/') ? OpenPath(wanted) : OpenLabel();
            }

            return (_chip, _info);
        }
    }

    /// <summary>Whether the chip that was opened is still there; a chip that is gone is let go.</summary>
    public bool StillThere()
    {
        lock (_gate)
        {
            try
            {
                _ = _chip?.ReadInfo();
            }
            catch (GpioException)
            {
                Forget();
            }

            return _chip is not null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Forget();
        }
    }

    private void Forget()
    {
        _chip?.Dispose();
        (_chip, _info) = (null, null);
    }

    private (IGpioChip Chip, GpioChipInfo Info) OpenPath(string path)
    {
        IGpioChip? chip = null;
        try
        {
            chip = kernel.Open(path);
            return (chip, chip.ReadInfo());
        }
        catch (GpioException error)
        {
            chip?.Dispose();
            throw GpioFault.Opening(path, error);
        }
    }

    private (IGpioChip Chip, GpioChipInfo Info) OpenLabel()
    {
        List<(IGpioChip Chip, GpioChipInfo Info)> found = [];
        List<string> others = [];
        DeviceFaultException? refused = null;
        foreach (var path in kernel.Paths())
        {
            try
            {
                var (chip, info) = OpenPath(path);
                if (string.Equals(info.Label, wanted, StringComparison.Ordinal) || string.Equals(info.Name, wanted, StringComparison.Ordinal))
                {
                    found.Add((chip, info));
                    continue;
                }

                others.Add($"\"{info.Label}\" ({path})");
                chip.Dispose();
            }
            catch (DeviceFaultException error)
            {
                // It may be the one that is wanted.
                refused = error;
            }
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        found.ForEach(pair => pair.Chip.Dispose());
        throw found.Count > 1
            ? new DeviceFaultException($"Several GPIO chips are labelled \"{wanted}\": {string.Join(", ", found.Select(pair => pair.Chip.Path))}. Name one by its path.")
            : refused ?? new DeviceFaultException($"No GPIO chip is labelled \"{wanted}\". There {(others.Count == 0 ? "is no chip at all" : "are " + string.Join(", ", others))}.");
    }
}
