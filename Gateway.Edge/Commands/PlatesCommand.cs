using System.CommandLine;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway plates</c>: work with the number-plate reader.</summary>
internal static class PlatesCommand
{
    public static Command Create() =>
        new("plates", "Work with the number-plate reader.") { PlatesEvaluateCommand.Create(), PlatesSynthesizeCommand.Create() };
}
