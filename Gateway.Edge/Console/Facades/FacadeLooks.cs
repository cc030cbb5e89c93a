using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Console.Facades;

/// <summary>Puts on record that somebody looks at a facade's unmasked stills. Safe for several threads.</summary>
internal sealed class FacadeLooks(IJournal journal, TimeProvider time, ILogger<FacadeLooks> logger)
{
    /// <summary>So often a look that goes on is put on record.</summary>
    public static readonly TimeSpan Again = Looks.Again;

    private readonly Looks _looks = new(journal, time, logger);

    /// <summary>Completes when the look is on record.</summary>
    /// <returns>The answer where it cannot be put on record, and then nothing may be shown; null where it is.</returns>
    public Task<ProblemHttpResult?> RecordAsync(HttpContext context, string device) => _looks.RecordAsync(context, "facade-look", device, FacadeTexts.Looking);
}
