namespace Gateway.Drivers.Configuration;

/// <summary>A hardware file cannot be used; <see cref="Faults"/> holds every error in it, in the order of the file.</summary>
public sealed class HardwareFileException : Exception
{
    public HardwareFileException()
        : this("", [])
    {
    }

    public HardwareFileException(string message)
        : this(message, [])
    {
    }

    public HardwareFileException(string message, Exception innerException)
        : base(message, innerException) => Faults = [];

    public HardwareFileException(string file, IReadOnlyList<HardwareFault> faults)
        : base($"{file}: {string.Join($"{Environment.NewLine}{file}: ", faults)}") => Faults = faults;

    /// <summary>Every error, at least one when the file could be opened.</summary>
    public IReadOnlyList<HardwareFault> Faults { get; }
}
