namespace Gateway.Edge.Access.Csv;

/// <summary>The first row of a table.</summary>
internal static class TableHeader
{
    /// <summary>What each column is; complete only where no fault is added.</summary>
    public static IReadOnlyList<TableColumn> Read(TableForm form, CsvRow header, List<ImportFault> faults)
    {
        var columns = new List<TableColumn>();
        foreach (var heading in header.Fields)
        {
            if (form.Find(heading) is not { } column)
            {
                faults.Add(TableFaults.UnknownColumn(form, header.Line, heading));
            }
            else if (columns.Contains(column))
            {
                faults.Add(TableFaults.RepeatedColumn(header.Line, heading));
            }
            else
            {
                columns.Add(column);
            }
        }

        foreach (var field in form.Needed.Where(field => columns.All(column => column.Field != field)))
        {
            faults.Add(TableFaults.MissingColumn(header.Line, form.Of(field)!));
        }

        return columns;
    }
}
