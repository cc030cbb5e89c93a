namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Which of a unit's bits.</summary>
public enum BitTable
{
    /// <summary>Outputs, read and written (functions 1, 5, 15); manuals number them from 00001.</summary>
    Coils,

    /// <summary>Inputs, read only (function 2); manuals number them from 10001.</summary>
    DiscreteInputs,
}
