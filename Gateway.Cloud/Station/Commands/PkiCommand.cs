using System.CommandLine;
using Gateway.Cloud.Contract.Pki;

namespace Gateway.Cloud.Station.Commands;

/// <summary><c>pki init</c>: creates or renews the certificates of broker, station and gateways.</summary>
internal static class PkiCommand
{
    public static Command Create()
    {
        var directory = new Option<DirectoryInfo>("--directory") { Description = "Folder of the certificates; keys are created with mode 0600.", Required = true };
        var station = new Option<string>("--station") { Description = "Station id: lower-case letters, digits, hyphens.", Required = true };
        var compounds = new Option<string[]>("--compound") { Description = "Compound id; may be given several times.", Required = true };
        var names = new Option<string[]>("--broker-name")
        {
            Description = "Host name or address of the broker as clients name it; may be given several times. Default localhost, 127.0.0.1, ::1.",
            DefaultValueFactory = _ => ["localhost", "127.0.0.1", "::1"],
        };
        var init = new Command("init", "Create what is missing and renew what ends within 30 days.") { directory, station, compounds, names };
        init.SetAction(async (result, cancellationToken) =>
        {
            try
            {
                var pki = new PkiDirectory(result.GetRequiredValue(directory).FullName, TimeProvider.System);
                var written = await pki.EnsureAsync(
                    result.GetRequiredValue(station), result.GetRequiredValue(compounds), result.GetRequiredValue(names), cancellationToken);
                var output = result.InvocationConfiguration.Output;
                await output.WriteLineAsync(written.Count == 0 ? "All certificates are in place." : string.Join(Environment.NewLine, written));
                return 0;
            }
            catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync(error.Message);
                return 1;
            }
        });
        return new Command("pki", "Certificates of broker, station and gateways.") { init };
    }
}
