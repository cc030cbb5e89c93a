using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>A hardware file was not changed.</summary>
public sealed class HardwareEditException : Exception
{
    public HardwareEditException()
        : this(HardwareEditFault.Unreadable, new Wording("硬件文件未修改", "The hardware file was not changed"))
    {
    }

    public HardwareEditException(string message)
        : this(HardwareEditFault.Unreadable, new Wording(message, message))
    {
    }

    public HardwareEditException(string message, Exception innerException)
        : base(message, innerException) => (Fault, Words) = (HardwareEditFault.Unreadable, new Wording(message, message));

    /// <summary>Says why in both languages.</summary>
    public HardwareEditException(HardwareEditFault fault, Wording words, Exception? innerException = null)
        : base(words?.En, innerException) => (Fault, Words) = (fault, words!);

    /// <summary>Why.</summary>
    public HardwareEditFault Fault { get; }

    /// <summary>The same for people, with what to do.</summary>
    public Wording Words { get; }
}
