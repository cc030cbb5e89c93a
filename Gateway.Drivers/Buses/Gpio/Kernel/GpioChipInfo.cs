namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>A chip's identity.</summary>
/// <param name="Name">The kernel's name, such as <c>gpiochip4</c>; numbers differ between kernels and after replugging.</param>
/// <param name="Label">What the chip's driver calls it, such as <c>pinctrl-rp1</c>; stays the same.</param>
/// <param name="Lines">How many lines it has, numbered from 0.</param>
internal sealed record GpioChipInfo(string Name, string Label, int Lines);
