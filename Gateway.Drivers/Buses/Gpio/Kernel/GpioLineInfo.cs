namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>What the kernel says of a line.</summary>
/// <param name="Offset">Its number on the chip.</param>
/// <param name="Name">Its name from the board's device tree, such as <c>GPIO17</c>; empty where it has none.</param>
/// <param name="Consumer">Who holds it, in their own words; may be empty though it is held.</param>
/// <param name="Used">Whether it is held, by the kernel or by a program.</param>
internal sealed record GpioLineInfo(int Offset, string Name, string Consumer, bool Used);
