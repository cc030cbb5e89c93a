namespace Gateway.Edge.Access.Csv;

/// <summary>Reads a CSV file of a given form. Faults concern its form alone; what the rows mean is for others to judge.</summary>
internal static class TableReader
{
    /// <summary>Largest file in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>The rows whose form is sound, in order, and what is wrong with the others or with the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="form">What it should look like.</param>
    /// <param name="mostRows">Most rows besides the header.</param>
    /// <param name="zone">The compound's zone, for times in cells.</param>
    /// <param name="read">Reads a row's cells; what it returns is dropped where a cell was faulty.</param>
    /// <param name="alsoWrong">
    /// What else is wrong with a row that has cells that cannot be read, so that all of it is put right at once; null where only the sound
    /// rows are judged. Given what was read, and the fields that were not.
    /// </param>
    public static (List<(TableLine Line, T Value)> Rows, List<ImportFault> Faults) Read<T>(
        ReadOnlySpan<byte> file, TableForm form, int mostRows, TimeZoneInfo zone, Func<TableCells, T> read, AlsoWrong<T>? alsoWrong = null)
    {
        if (file.Length > LargestFile)
        {
            return ([], [TableFaults.TooLarge(LargestFile)]);
        }

        if (CsvText.Decode(file) is not { } text)
        {
            return ([], [TableFaults.Encoding]);
        }

        using var rows = CsvReader.Read(text, mostRows + 2).Where(row => !row.IsBlank).GetEnumerator();
        if (!rows.MoveNext())
        {
            return ([], [TableFaults.Empty]);
        }

        var faults = new List<ImportFault>();
        var columns = TableHeader.Read(form, rows.Current, faults);
        return faults.Count > 0 ? ([], faults) : ReadRows(rows, form, columns, mostRows, zone, read, alsoWrong);
    }

    private static (List<(TableLine Line, T Value)> Rows, List<ImportFault> Faults) ReadRows<T>(
        IEnumerator<CsvRow> rows, TableForm form, IReadOnlyList<TableColumn> columns, int mostRows, TimeZoneInfo zone, Func<TableCells, T> read, AlsoWrong<T>? alsoWrong)
    {
        var (sound, faults) = (new List<(TableLine Line, T Value)>(), new List<ImportFault>());
        while (rows.MoveNext())
        {
            var row = rows.Current;
            if (sound.Count == mostRows)
            {
                faults.Add(TableFaults.TooMany(row.Line, mostRows));
                break;
            }

            if (row.IsBroken || row.Fields.Count > columns.Count)
            {
                faults.Add(row.IsBroken ? TableFaults.Quotes(row) : TableFaults.TooManyCells(row, columns.Count));
                continue;
            }

            var cells = new TableCells(new TableLine(form, row, columns), zone, faults);
            var value = read(cells);
            if (cells.Faulty.Count == 0)
            {
                sound.Add((cells.Line, value));
            }
            else if (alsoWrong is not null)
            {
                faults.AddRange(alsoWrong(value, cells.Faulty).Select(wrong => cells.Line.Fault(wrong.Field, wrong.Reason)));
            }
        }

        return (sound, faults);
    }
}
