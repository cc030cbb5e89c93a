using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>The log of a service of the product: plain lines on the console.</summary>
public static class PlainLogging
{
    /// <summary>Replaces every other log output.</summary>
    public static void UsePlainConsole(this ILoggingBuilder logging)
    {
        ArgumentNullException.ThrowIfNull(logging);
        logging.ClearProviders();
        logging.Services.TryAddSingleton(TimeProvider.System);
        logging.AddConsoleFormatter<PlainConsoleFormatter, ConsoleFormatterOptions>();
        logging.AddConsole(console => console.FormatterName = PlainConsoleFormatter.FormatterName);
    }
}
