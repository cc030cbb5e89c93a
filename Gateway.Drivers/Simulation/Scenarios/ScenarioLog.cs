using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Simulation.Scenarios;

internal static partial class ScenarioLog
{
    [LoggerMessage(1, LogLevel.Debug, "Scenario: {Target} {Deed}")]
    public static partial void Act(ILogger logger, string target, string deed);

    [LoggerMessage(2, LogLevel.Warning, "Scenario: {Target} {Deed} could not be done")]
    public static partial void NotDone(ILogger logger, string target, string deed, Exception error);

    [LoggerMessage(3, LogLevel.Error, "Scenario {File}: {Fault}")]
    public static partial void Fault(ILogger logger, string file, string fault);
}
