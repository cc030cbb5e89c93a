using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Checks section <c>Logging</c>, which the logging library reads by itself and answers with a stack.</summary>
internal static class LogLevels
{
    private const string Section = "Logging";

    /// <exception cref="ConfigurationFaultException">A level is not one of the known words.</exception>
    public static void Require(IConfiguration configuration)
    {
        foreach (var (path, value) in configuration.GetSection(Section).AsEnumerable())
        {
            if (value is { Length: > 0 } && path.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
                && !Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            {
                throw new ConfigurationFaultException($"{path}: '{value}' is not one of {string.Join(", ", Enum.GetNames<LogLevel>())}.");
            }
        }
    }
}
