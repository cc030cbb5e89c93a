namespace Gateway.Drivers.Simulation;

/// <summary>The button, housing and lamp of a simulated streetlight. Safe for several threads.</summary>
internal sealed class SimulatedStreetlight(SimulatedInput button, SimulatedInput? tamper, SimulatedOutput lamp, TimeProvider clock)
{
    /// <summary>The button.</summary>
    public SimulatedInput Button => button;

    /// <summary>The lamp, for whoever wants to see it.</summary>
    public SimulatedOutput Lamp => lamp;

    /// <summary>Somebody presses the button and lets it go after <paramref name="held"/>.</summary>
    public async Task PressAsync(TimeSpan held, CancellationToken cancellationToken)
    {
        button.Set(true);
        try
        {
            await Task.Delay(held, clock, cancellationToken);
        }
        finally
        {
            button.Set(false);
        }
    }

    /// <summary>Somebody opens or closes the housing; false when it stays as it is.</summary>
    public bool Open(bool open) => tamper?.Set(open) ?? false;
}
