using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Finds a line on a chip.</summary>
internal static class GpioLocator
{
    /// <summary>The line's offset: as given, or that of the line which the board's device tree gives this name.</summary>
    /// <exception cref="DeviceFaultException">There is no such line, or several of that name.</exception>
    /// <exception cref="GpioException">The chip is gone.</exception>
    public static int Offset(IGpioChip chip, GpioChipInfo info, LineAddress address)
    {
        if (address.Name is not { } name)
        {
            return address.Number >= 0 && address.Number < info.Lines ? address.Number : throw new DeviceFaultException(
                $"GPIO chip {info.Label} has no line {address.Number}: its lines are 0 to {info.Lines - 1}. Correct the line in the hardware file.");
        }

        var lines = Enumerable.Range(0, info.Lines).Select(chip.ReadLine).ToList();
        var matching = lines.FindAll(line => string.Equals(line.Name, name, StringComparison.Ordinal));
        if (matching.Count == 1)
        {
            return matching[0].Offset;
        }

        if (matching.Count > 1)
        {
            throw new DeviceFaultException(
                $"GPIO chip {info.Label} has several lines named \"{name}\": {string.Join(", ", matching.Select(line => line.Offset))}. Use the number.");
        }

        var names = lines.Select(line => line.Name).Where(known => known.Length > 0).ToList();
        var hint = names.Count == 0 ? "its lines have no names: use the number"
            : Suggestion.For(name, names) is { } meant ? $"did you mean \"{meant}\"?"
            : $"its names run from \"{names[0]}\" to \"{names[^1]}\"";
        throw new DeviceFaultException($"GPIO chip {info.Label} has no line named \"{name}\"; {hint}");
    }
}
