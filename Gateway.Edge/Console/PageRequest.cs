namespace Gateway.Edge.Console;

/// <summary>Tells a page that a person asked for from everything else.</summary>
internal static class PageRequest
{
    public static bool Is(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
