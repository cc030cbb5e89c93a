using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>What the journal has of deeds.</summary>
internal static class ResidentRecords
{
    /// <summary>Every audit record as text, oldest first.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(ConsoleUnderTest gateway) =>
        [.. (await gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, ResidentBench.Token))
            .Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span))];
}
