using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>A column of a table.</summary>
/// <param name="Field">The field's name in the API, also a heading that is read.</param>
/// <param name="Heading">The heading that is written, and read.</param>
/// <param name="Fix">How to fill it in.</param>
internal sealed record TableColumn(string Field, string Heading, LocalizedText Fix);
