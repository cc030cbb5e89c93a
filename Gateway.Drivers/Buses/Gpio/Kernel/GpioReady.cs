namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>What a waiter found on a line.</summary>
internal enum GpioReady
{
    Nothing,

    /// <summary>At least one edge is queued.</summary>
    Edge,

    /// <summary>The line's chip is gone.</summary>
    Gone,
}
