using Gateway.Drivers.Configuration;

namespace Gateway.Edge.Commands;

/// <summary>Says what is wrong with a hardware file.</summary>
internal static class HardwareFaults
{
    /// <summary>Runs a verb; a file that cannot be used ends with exit code 2 and every error.</summary>
    public static Task<int> RunAsync(TextWriter errors, Func<Task<int>> verb) => CommandOutcome.RunAsync(errors, async () =>
    {
        try
        {
            return await verb();
        }
        catch (HardwareFileException fault)
        {
            Print(fault, errors);
            return 2;
        }
    });

    /// <summary>Names every error in both languages.</summary>
    public static void Print(HardwareFileException fault, TextWriter errors)
    {
        errors.WriteLine(fault.Message);
        foreach (var problem in fault.Errors)
        {
            errors.WriteLine($"  {problem.Path}（第 {problem.Line} 行）：{problem.Problem.Zh}");
        }
    }
}
