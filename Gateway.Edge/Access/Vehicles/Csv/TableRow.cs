using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>A row of a CSV file as a draft.</summary>
/// <param name="Row">The row.</param>
/// <param name="Columns">What its fields are.</param>
/// <param name="Draft">What it says.</param>
internal sealed record TableRow(CsvRow Row, IReadOnlyList<VehicleColumn> Columns, VehicleDraft Draft)
{
    /// <summary>Says of a field what is wrong with it, under the heading that the file has for it.</summary>
    public ImportFault Fault(VehicleRefusal refusal)
    {
        var column = VehicleColumn.All.FirstOrDefault(candidate => candidate.Field == refusal.Field);
        return new ImportFault(Row.Line, column?.Heading, TableFaults.Brief(Cell(refusal.Field)), refusal.Reason, column?.Fix ?? refusal.Reason);
    }

    private string Cell(string field)
    {
        for (var index = 0; index < Columns.Count && index < Row.Fields.Count; index++)
        {
            if (Columns[index].Field == field)
            {
                return Row.Fields[index];
            }
        }

        return "";
    }
}
