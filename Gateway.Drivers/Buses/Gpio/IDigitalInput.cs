using System.Threading.Channels;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One input line. <c>true</c> is active, whatever the wiring's level.</summary>
public interface IDigitalInput
{
    /// <summary>The level now.</summary>
    bool IsActive { get; }

    /// <summary>Changes of level, in order, from when the line was opened. One reader.</summary>
    ChannelReader<DigitalEdge> Edges { get; }
}
