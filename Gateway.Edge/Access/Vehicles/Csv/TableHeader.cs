namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>The first row of the vehicles' table.</summary>
internal static class TableHeader
{
    private static readonly string[] s_needed = ["plate", "standing"];

    /// <summary>What each column is; complete only where no fault is added.</summary>
    public static IReadOnlyList<VehicleColumn> Read(CsvRow header, List<ImportFault> faults)
    {
        var columns = new List<VehicleColumn>();
        foreach (var heading in header.Fields)
        {
            if (VehicleColumn.Find(heading) is not { } column)
            {
                faults.Add(TableFaults.UnknownColumn(header.Line, heading));
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

        foreach (var field in s_needed.Where(field => columns.All(column => column.Field != field)))
        {
            faults.Add(TableFaults.MissingColumn(header.Line, VehicleColumn.All.First(column => column.Field == field)));
        }

        return columns;
    }
}
