using System.Diagnostics;
using System.Globalization;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>curl as the pushing device: a client that nobody here wrote.</summary>
internal static class Curl
{
    /// <summary>Runs curl; returns the last HTTP status, 0 for none.</summary>
    public static async Task<int> StatusAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var curl = Process.Start(new ProcessStartInfo("curl", ["-q", "-s", "-o", "/dev/null", "--max-time", "30", "-w", "%{http_code}", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = curl.StandardError.ReadToEndAsync(cancellationToken);
        var status = await curl.StandardOutput.ReadToEndAsync(cancellationToken);
        await curl.WaitForExitAsync(cancellationToken);
        await errors;
        return int.Parse(status, CultureInfo.InvariantCulture);
    }
}
