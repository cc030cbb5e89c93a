using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>Numbers that cannot describe a camera before a facade.</summary>
public sealed class CalibrationException : Exception
{
    public CalibrationException()
        : this(new Wording("标定无效", "The calibration is not valid"))
    {
    }

    public CalibrationException(string message)
        : this(new Wording(message, message))
    {
    }

    public CalibrationException(string message, Exception innerException)
        : base(message, innerException) => Words = new Wording(message, message);

    /// <summary>Says why in both languages.</summary>
    public CalibrationException(Wording words)
        : base(words?.En) => Words = words!;

    /// <summary>What is wrong and how to put it right.</summary>
    public Wording Words { get; }
}
