using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Secrets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Commands;

/// <summary>How a verb ends: exit code 0 when all is well, 1 when it is not, 2 when the verb could not do its work.</summary>
internal static class CommandOutcome
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // Chinese names stay readable in a terminal; the output is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Prints one JSON object.</summary>
    public static void PrintJson<T>(TextWriter output, T value) => output.WriteLine(JsonSerializer.Serialize(value, s_json));

    /// <summary>Runs a verb; a fault with a message for people is printed as one line, without a stack.</summary>
    public static async Task<int> RunAsync(TextWriter errors, Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception fault) when (fault is JournalUnavailableException or SecretFaultException or ConfigurationFaultException or CommandFaultException or ModelFaultException
            or OptionsValidationException or SqliteException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(fault.Message);
            return 2;
        }
    }
}
