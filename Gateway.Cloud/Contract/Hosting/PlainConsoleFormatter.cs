using System.Globalization;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>
/// One line per log entry. A fault of the outside world is told by its message, which names the cause and the fix; a stack appears only
/// with exceptions that nobody foresaw. Thread-safe.
/// </summary>
internal sealed class PlainConsoleFormatter(TimeProvider time) : ConsoleFormatter(FormatterName)
{
    /// <summary>What the console logger knows it by.</summary>
    public const string FormatterName = "plain";

    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";
    private const int HostStartFailed = 11;
    private const int BackgroundServiceFailed = 9;

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        if (IsEcho(logEntry.Category, logEntry.EventId.Id, logEntry.Exception))
        {
            return;
        }

        textWriter.Write(time.GetLocalNow().ToString("yyyy-MM-dd HH:mm:ss ", CultureInfo.InvariantCulture));
        textWriter.Write(Word(logEntry.LogLevel));
        textWriter.Write(logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..]);
        textWriter.Write(": ");
        textWriter.Write(OneLine(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        if (logEntry.Exception is { } error)
        {
            textWriter.Write(' ');
            textWriter.Write(Explains(error) ? OneLine(error.Message) : error.ToString());
        }

        textWriter.WriteLine();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>True when the exception's message says all that a person needs.</summary>
    private static bool Explains(Exception error) =>
        error is IOException or UnauthorizedAccessException or SocketException or OperationCanceledException or TimeoutException or OptionsValidationException
        || error.GetType().FullName!.StartsWith("Gateway.", StringComparison.Ordinal)
        || error is System.Data.Common.DbException;

    // The command that started the host prints why it could not start, and a service that is told to stop has not failed.
    private static bool IsEcho(string category, int id, Exception? error) =>
        category == HostCategory && (id == HostStartFailed || (id == BackgroundServiceFailed && error is OperationCanceledException));

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "critical ",
        LogLevel.Error => "error ",
        LogLevel.Warning => "warning ",
        LogLevel.Information => "info ",
        _ => "debug ",
    };
}
