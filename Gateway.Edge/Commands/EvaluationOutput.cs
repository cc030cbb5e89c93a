using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Commands;

/// <summary>How every evaluation speaks: a table, or one JSON object on standard output; progress and faults on standard error.</summary>
internal static class EvaluationOutput
{
    // Rates of empty sets are NaN, which JSON lacks; they appear as a string rather than break the object.
    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Prints the report as one line of JSON.</summary>
    public static void Json<T>(TextWriter output, T report) => output.WriteLine(JsonSerializer.Serialize(report, Options));

    /// <summary>Runs an evaluation; a fault of input or models becomes a sentence and exit code 1.</summary>
    public static int Guarded(TextWriter errors, Action run)
    {
        try
        {
            run();
            return 0;
        }
        catch (Exception fault) when (IsForPeople(fault))
        {
            errors.WriteLine(fault.Message);
            return 1;
        }
    }

    /// <summary>The same for one that waits.</summary>
    public static async Task<int> GuardedAsync(TextWriter errors, Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (Exception fault) when (IsForPeople(fault))
        {
            await errors.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static bool IsForPeople(Exception fault) => fault is IOException or InvalidDataException or UnauthorizedAccessException
        or Perception.Models.ModelFaultException or Gateway.Drivers.Buses.Video.Jpeg.JpegException;
}
