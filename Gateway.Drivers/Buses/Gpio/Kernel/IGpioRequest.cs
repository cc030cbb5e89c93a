namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>One line, held until disposed. Levels are logical. Safe for several threads, but one reader of events.</summary>
internal interface IGpioRequest : IDisposable
{
    /// <summary>The present level; on an input with debounce the debounced one.</summary>
    /// <exception cref="GpioException">The chip is gone.</exception>
    bool Read();

    /// <exception cref="GpioException">The chip is gone or refused.</exception>
    void Write(bool active);

    /// <summary>Takes the queued edges, oldest first. Only to be called after a waiter found some: it would wait otherwise.</summary>
    /// <returns>How many were written to <paramref name="into"/>.</returns>
    /// <exception cref="GpioException">The chip is gone.</exception>
    int ReadEvents(Span<GpioEvent> into);
}
