using System.Globalization;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>Where a line is on its bus.</summary>
/// <param name="Number">Offset on a GPIO chip, coil or discrete input of a relay board, from 0; meaningless where there is a name.</param>
/// <param name="Name">Name of a kernel line or token of a camera's relay; null for a numbered line.</param>
/// <param name="Unit">Modbus unit, 1..247; other buses ignore it. Default 1.</param>
public readonly record struct LineAddress(int Number, string? Name = null, int Unit = 1)
{
    /// <summary>The words of messages: the name, or the number, with the unit where it is not the usual one.</summary>
    public override string ToString() =>
        (Name ?? Number.ToString(CultureInfo.InvariantCulture)) + (Unit == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" of unit {Unit}"));
}
