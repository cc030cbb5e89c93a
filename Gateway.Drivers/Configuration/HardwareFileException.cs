namespace Gateway.Drivers.Configuration;

/// <summary>A hardware or secrets file that cannot be used; names every error at once.</summary>
public sealed class HardwareFileException : Exception
{
    public HardwareFileException()
    {
    }

    public HardwareFileException(string message)
        : base(message)
    {
    }

    public HardwareFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Made by the reader.</summary>
    public HardwareFileException(string file, IReadOnlyList<HardwareError> errors)
        : base($"{file}: {errors.Count} error(s)\n" + string.Join('\n', errors.Select(error => "  " + error))) => Errors = errors;

    /// <summary>Every error found, in file order.</summary>
    public IReadOnlyList<HardwareError> Errors { get; } = [];
}
