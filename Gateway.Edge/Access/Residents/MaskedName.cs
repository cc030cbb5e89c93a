using System.Globalization;

namespace Gateway.Edge.Access.Residents;

/// <summary>A name of which only the first character shows.</summary>
internal static class MaskedName
{
    /// <summary>First character, as people count them, and an asterisk; a single asterisk for an empty name.</summary>
    public static string Of(string name) => $"{StringInfo.GetNextTextElement(name.Trim())}*";
}
