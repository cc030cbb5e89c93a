using Gateway.Drivers.Simulation.Terminals;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>At a face terminal: <c>look</c> of the person whose number the act's text gives (nobody known without), <c>restart</c>, <c>drift</c> of its clock.</summary>
internal sealed class TerminalDeeds : Deeds
{
    public TerminalDeeds(SimulatedTerminal terminal, TimeProvider clock)
        : base(clock)
    {
        Add("look", TimeSpan.FromMilliseconds(1), (act, _) => terminal.LookAsync(act.Text), _ => { });
        Add("restart", _ => terminal.Restart());
        Add("drift", TimeSpan.FromMinutes(10), _ => terminal.Drift = TimeSpan.FromMinutes(8), _ => terminal.Drift = TimeSpan.Zero);
    }
}
