namespace Gateway.Edge.Access.Csv;

/// <summary>What a table looks like. Immutable.</summary>
/// <param name="Columns">Its columns, in the order in which they are written.</param>
/// <param name="Needed">Fields of the columns that a file must have.</param>
internal sealed record TableForm(IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Needed)
{
    /// <summary>The column of a heading; null for none.</summary>
    public TableColumn? Find(string heading)
    {
        var text = heading.Trim();
        return Columns.FirstOrDefault(column => column.Heading == text || column.Field.Equals(text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The column of a field; null for none.</summary>
    public TableColumn? Of(string field) => Columns.FirstOrDefault(column => column.Field == field);
}
