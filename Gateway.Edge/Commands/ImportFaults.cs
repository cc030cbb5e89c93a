using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Commands;

/// <summary>What is wrong with an imported file, on the screen.</summary>
internal static class ImportFaults
{
    /// <summary>A line in each language for every fault: where, what stands there, why it cannot be taken and what to write instead.</summary>
    public static void Write(IReadOnlyList<ImportFault> faults, TextWriter errors)
    {
        foreach (var fault in faults)
        {
            var where = $"row {fault.Row}, {fault.Column ?? "-"} '{fault.Value}'";
            errors.WriteLine($"{where}: {fault.Reason.Zh}{fault.Fix.Zh}");
            errors.WriteLine($"{where}: {fault.Reason.En} {fault.Fix.En}");
        }
    }
}
