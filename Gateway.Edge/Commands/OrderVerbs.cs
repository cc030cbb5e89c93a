using System.CommandLine;
using Gateway.Edge.Orders;

namespace Gateway.Edge.Commands;

/// <summary>What the verbs share that give a device an order through the running gateway.</summary>
internal static class OrderVerbs
{
    public static Option<string?> ReasonOption() => new("--reason")
    {
        Description = $"Why, in your own words, at most {OrderRequest.LongestReason} characters; it goes on record and to the station.",
        Required = true,
    };

    public static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    /// <summary>Gives the order; 0 when the device did it, 1 when it answered that it did not.</summary>
    public static Task<int> RunAsync(ParseResult parse, string? data, bool json, string path, string? why, CancellationToken stop) =>
        CommandOutcome.RunAsync(parse.InvocationConfiguration.Error, async () =>
        {
            using var gateway = await GatewayApi.OpenAsync(data, stop);
            var answer = await gateway.OrderAsync<OrderAnswer>(path, new OrderRequest(LocalUser(), why), stop);
            Print(answer, json, parse.InvocationConfiguration.Output);
            return answer.Done ? 0 : 1;
        });

    /// <summary>A path of the gateway's API, each part escaped.</summary>
    public static string Path(params IEnumerable<string> parts) => "/api/" + string.Join('/', parts.Select(Uri.EscapeDataString));

    // Empty for an account that the system has no name for, as in some containers.
    private static string LocalUser() => Environment.UserName is { Length: > 0 } name ? name : "unknown";

    private static void Print(OrderAnswer answer, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, answer);
            return;
        }

        output.WriteLine(answer.Words.Zh);
        output.WriteLine(answer.Words.En);
    }
}
