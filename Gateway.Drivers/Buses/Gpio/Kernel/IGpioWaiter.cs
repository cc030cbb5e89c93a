namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>Lets one thread wait for the edges of many lines.</summary>
internal interface IGpioWaiter : IDisposable
{
    /// <summary>
    /// Waits until an edge is queued on any of the lines, a line's chip is gone, or <see cref="Wake"/> was called since the last return.
    /// One thread at a time.
    /// </summary>
    /// <param name="lines">What to wait for.</param>
    /// <param name="ready">As long as <paramref name="lines"/>: says of each line whether it has something.</param>
    void Wait(IReadOnlyList<IGpioRequest> lines, Span<GpioReady> ready);

    /// <summary>Ends a wait, or the next one. From any thread.</summary>
    void Wake();
}
