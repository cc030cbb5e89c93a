using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Journal;

/// <summary>
/// Appends without end and prints each acknowledged sequence with its id, for trials that cut the power or kill the process: every
/// printed record must be found afterwards.
/// </summary>
internal static class JournalSoak
{
    public static async Task<int> RunAsync(JournalPaths paths, int writers, TextWriter output, CancellationToken cancellationToken)
    {
        using var journal = SqliteJournal.Open(paths, new JournalOptions(), TimeProvider.System, NullLogger.Instance);
        var media = MediaStore.Open(paths, new JournalOptions(), NullLogger.Instance);
        var shared = TextWriter.Synchronized(output);
        try
        {
            await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
                () => AppendAsync(journal, media, writer, shared, cancellationToken), cancellationToken)));
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the gentle end of a trial.
        }

        return 0;
    }

    private static async Task AppendAsync(SqliteJournal journal, MediaStore media, int writer, TextWriter output, CancellationToken cancellationToken)
    {
        for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
        {
            // Every tenth record brings a medium, so that a cut can also fall between a medium and its record.
            var picture = number % 10 == 0
                ? await media.StoreAsync(Picture(writer, number), "application/octet-stream", "trial", cancellationToken)
                : null;
            var entry = JournalEntry.Of(EventKind.Audit, EventPriority.Info, "gateway", new { writer, number }, picture is null ? [] : [picture]);
            var record = await journal.AppendAsync(entry, cancellationToken);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{record.Sequence} {record.Id}"));
            await output.FlushAsync(cancellationToken);
        }
    }

    private static byte[] Picture(int writer, int number) =>
        [.. BitConverter.GetBytes(writer), .. BitConverter.GetBytes(number), .. BitConverter.GetBytes(Environment.ProcessId), .. new byte[4000]];
}
