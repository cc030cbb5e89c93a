using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>A row of a file with what its cells are.</summary>
/// <param name="Form">The table's form.</param>
/// <param name="Row">The row.</param>
/// <param name="Columns">What its fields are.</param>
internal sealed record TableLine(TableForm Form, CsvRow Row, IReadOnlyList<TableColumn> Columns)
{
    /// <summary>Says of a field what is wrong with it, under the heading that the table has for it.</summary>
    public ImportFault Fault(string field, LocalizedText reason)
    {
        var column = Form.Of(field);
        return new ImportFault(Row.Line, column?.Heading, TableFaults.Brief(Cell(field)), reason, column?.Fix ?? reason);
    }

    /// <summary>What stands in a field's cell; empty where the file has no such column.</summary>
    public string Cell(string field)
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
