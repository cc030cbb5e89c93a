using System.Text;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway journal</c> prints.</summary>
internal static class JournalReports
{
    private const int TextWidth = 100;
    private static readonly TimeSpan s_followInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Verifies and prints; 0 when the journal is whole, 1 when it is not.</summary>
    public static async Task<int> VerifyAsync(JournalPaths paths, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        // Without a key no medium was ever stored; with one, each is opened.
        var media = File.Exists(paths.MediaKey) ? MediaStore.OpenForReading(paths, new JournalOptions()) : null;
        var report = await JournalVerifier.VerifyAsync(paths, media, cancellationToken);
        if (json)
        {
            CommandOutcome.PrintJson(output, report);
        }
        else
        {
            await PrintAsync(report, output);
        }

        return report.Verified ? 0 : 1;
    }

    /// <summary>Prints the newest records, then with <paramref name="follow"/> what comes, until stopped.</summary>
    public static async Task<int> TailAsync(JournalPaths paths, int count, bool follow, TextWriter output, CancellationToken cancellationToken)
    {
        if (!File.Exists(paths.File))
        {
            throw new JournalUnavailableException($"There is no journal at {paths.File}. Name the data directory with --data.");
        }

        using var tail = new JournalTail(paths.File);
        tail.StartBeforeLast(count);
        try
        {
            do
            {
                foreach (var record in tail.Next())
                {
                    await output.WriteLineAsync(Line(record));
                }

                if (follow)
                {
                    await Task.Delay(s_followInterval, TimeProvider.System, cancellationToken);
                }
            }
            while (follow);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how following ends.
        }

        return 0;
    }

    private static async Task PrintAsync(VerificationReport report, TextWriter output)
    {
        await output.WriteLineAsync($"""
            journal    {report.Journal}
            file       {report.File}
            sequences  {report.First} to {report.Last}
            records    {report.Records}
            media      {report.Media}
            problems   {report.ProblemCount}
            """);
        foreach (var problem in report.Problems)
        {
            await output.WriteLineAsync($"  {problem.Sequence,12}  {problem.What}");
        }

        await output.WriteLineAsync(report.Verified
            ? "The chain is whole."
            : $"The chain is broken; first bad sequence {report.FirstBad}.");
    }

    private static string Line(JournalRecord record)
    {
        var text = Encoding.UTF8.GetString(record.Data.Span);
        var shown = text.Length > TextWidth ? $"{text[..TextWidth]}..." : text;
        return $"{record.Sequence,10}  {record.Time:yyyy-MM-dd HH:mm:ss}Z  {record.Priority,-9}  {record.Kind,-14}  {record.Device,-20}  {shown}";
    }
}
