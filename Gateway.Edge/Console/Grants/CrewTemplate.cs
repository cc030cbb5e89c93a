using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Grants;

/// <summary>A table for a contractor to fill in: the columns, and no row that somebody might leave in.</summary>
internal static class CrewTemplate
{
    /// <summary>The table's text with the columns' names in one language.</summary>
    public static string Write(Language language) =>
        CsvWriter.Write([CrewTable.Form.Columns.Select(column => language == Language.English ? column.Field : column.Heading)]);
}
