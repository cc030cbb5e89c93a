using System.CommandLine;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway falling ...</c>: the detector of falling objects.</summary>
internal static class FallingCommand
{
    public static Command Create() => new("falling", "Work with the detector of falling objects.")
    {
        FallingEvaluateCommand.Create(),
        FallingCalibrateCommand.Create(),
        FallingSynthesizeCommand.Create(),
    };
}
