using Gateway.Edge.Access;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Console.Facades;

/// <summary>
/// Puts on record that somebody looks at a facade's unmasked stills: the first of them, and again after each <see cref="Again"/> that the looking
/// goes on. Somebody is what a record can say: the log-in, by page or by key, and the address. Safe for several threads.
/// </summary>
internal sealed class FacadeLooks(IJournal journal, TimeProvider time, ILogger<FacadeLooks> logger)
{
    /// <summary>Long enough that drawing a facade, which asks for many stills, is a few records and not a flood of them.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Device, string By), DateTimeOffset> _recorded = [];

    /// <summary>Completes when the look is on record.</summary>
    /// <returns>The answer where it cannot be put on record, and then nothing may be shown; null where it is.</returns>
    public async Task<ProblemHttpResult?> RecordAsync(HttpContext context, string device)
    {
        var look = (device, ActionAudit.By(context));
        var now = time.GetUtcNow();
        if (IsRecorded(look, now))
        {
            return null;
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, "facade-look", device, FacadeTexts.Looking) is { } unrecorded)
        {
            return unrecorded;
        }

        lock (_gate)
        {
            _recorded[look] = now;
        }

        return null;
    }

    private bool IsRecorded((string Device, string By) look, DateTimeOffset now)
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
