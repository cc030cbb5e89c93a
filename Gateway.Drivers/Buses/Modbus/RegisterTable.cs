namespace Gateway.Drivers.Buses.Modbus;

/// <summary>Which of a unit's registers.</summary>
public enum RegisterTable
{
    /// <summary>Read and written (functions 3, 6, 16); manuals number them from 40001.</summary>
    Holding,

    /// <summary>Read only (function 4); manuals number them from 30001.</summary>
    Input,
}
