using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Console;

/// <summary>
/// Puts on record that somebody looks at pictures of people or their vehicles: the first of them, and again after each <see cref="Again"/>
/// that the looking goes on. Somebody is what a record can say: the account and the address. Safe for several threads.
/// </summary>
internal sealed class Looks(IJournal journal, TimeProvider time, ILogger logger)
{
    /// <summary>Long enough that a page with many pictures is a few records and not a flood of them.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();

    // Guarded by _gate.
    private readonly Dictionary<(string Name, string About, string By), DateTimeOffset> _recorded = [];

    /// <summary>Completes when the look is on record.</summary>
    /// <param name="context">Of whoever looks.</param>
    /// <param name="name">Name of the record.</param>
    /// <param name="device">At what device's pictures.</param>
    /// <param name="words">The same in words.</param>
    /// <param name="about">At what exactly, where each is a look of its own; null for the device.</param>
    /// <returns>The answer where it cannot be put on record, and then nothing may be shown; null where it is.</returns>
    public async Task<ProblemHttpResult?> RecordAsync(HttpContext context, string name, string device, LocalizedText words, string? about = null)
    {
        var look = (name, about ?? device, ActionAudit.By(context));
        var now = time.GetUtcNow();
        if (IsRecorded(look, now))
        {
            return null;
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, name, device, words) is { } unrecorded)
        {
            return unrecorded;
        }

        lock (_gate)
        {
            _recorded[look] = now;
        }

        return null;
    }

    private bool IsRecorded((string Name, string About, string By) look, DateTimeOffset now)
    {
        lock (_gate)
        {
            // A clock that was put back must not hide looks for longer.
            foreach (var (past, at) in _recorded)
            {
                if (now - at >= Again || now < at)
                {
                    _recorded.Remove(past);
                }
            }

            return _recorded.ContainsKey(look);
        }
    }
}
