using Gateway.Cloud.Contract.Hosting;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Storage;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Commands;

/// <summary>Turns faults that a person can mend into one line on standard error and exit status 1.</summary>
internal static class CommandFaults
{
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OptionsValidationException error)
        {
            return await RefuseAsync(string.Join(Environment.NewLine, error.Failures));
        }
        catch (Exception error) when (error is ConfigurationFaultException or StorageFaultException or MqttFaultException
            or IOException or InvalidDataException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            return await RefuseAsync(error.Message + (error.InnerException is System.Text.Json.JsonException inner ? $" {inner.Message}" : string.Empty));
        }
    }

    private static async Task<int> RefuseAsync(string message)
    {
        await Console.Error.WriteLineAsync($"station: {message}");
        return 1;
    }
}
