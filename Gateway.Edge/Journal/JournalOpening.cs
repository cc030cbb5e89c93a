using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Journal;

/// <summary>
/// Opens the record file. Until that has once succeeded it looks for damage first and rebuilds what it must. Called at start,
/// then by the writer's thread.
/// </summary>
internal sealed class JournalOpening(JournalPaths paths, JournalOptions options, TimeProvider clock, ILogger logger)
{
    private bool _checked;

    /// <summary>The record file.</summary>
    public string File => paths.File;

    /// <summary>What was found damaged; null when nothing was.</summary>
    public JournalDamage? Damage { get; private set; }

    /// <summary>Opens the file and reads the end of its chain.</summary>
    /// <exception cref="Exception">Whatever the disk answers; see <see cref="JournalFaults.IsExpected"/>.</exception>
    public JournalSession Open()
    {
        if (!_checked)
        {
            JournalRebuild.FinishInterrupted(paths);
            if (System.IO.File.Exists(paths.File) && DamageCheck.Find(paths.File, options) is { } finding)
            {
                Damage = new JournalRebuild(paths, options, clock).Run(finding);
                logger.Damaged(Damage.Finding, Damage.SetAside, Damage.FirstUnreadable, Damage.Unreadable, Damage.TakenOver);
            }
        }

        var session = JournalSession.Open(paths.File, options.MaximumMegabytes, () => Guid.CreateVersion7(clock.GetUtcNow()));
        DirectorySync.Flush(paths.Root);
        if (!_checked)
        {
            logger.Opened(session.JournalId, session.LastSequence, paths.File);
            _checked = true;
        }

        return session;
    }
}
