namespace Gateway.Edge.Console.Vehicles;

/// <summary>Addresses with a query.</summary>
internal static class QueryAddress
{
    /// <summary>The path with those of the values that are there.</summary>
    public static string Of(string path, params (string Name, string? Value)[] values)
    {
        var query = string.Join('&', values.Where(value => !string.IsNullOrEmpty(value.Value)).Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
