using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Gateway.Edge.Plans;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Plans;

/// <summary>Uploads, replaces, renames and removes plans for people: judges what they sent, puts it on record, then changes it.</summary>
internal sealed class PlanDesk(PlanBook book, PlanUpload upload, IJournal journal, ILogger<PlanDesk> logger)
{
    /// <summary>Largest form: a file that is a little too large still gets an answer in words.</summary>
    public const int LargestForm = PlanUpload.LargestBytes * 2;

    /// <summary>Makes a plan, or changes the one of that id where <paramref name="file"/> may be absent.</summary>
    /// <returns>The plan, or what is wrong at which field (<c>name</c>, <c>file</c>, or empty for the whole).</returns>
    public async Task<(SitePlan? Plan, string Field, LocalizedText? Refusal)> SaveAsync(Guid? id, string? name, IFormFile? file, HttpContext context)
    {
        var called = name?.Trim() ?? "";
        if (called.Length is 0 or > SitePlan.LongestName || called.Any(char.IsControl))
        {
            return (null, "name", PlanWords.NoName);
        }

        var (picture, refusal) = file is null && id is not null ? (null, null) : await PictureAsync(file, context.RequestAborted);
        if (refusal is not null)
        {
            return (null, "file", refusal);
        }

        if (id is null && book.View.Plans.Count >= PlanBook.MostPlans)
        {
            return (null, "", PlanWords.TooMany);
        }

        SitePlan? saved = null;
        var words = id is null ? PlanWords.Added(called) : PlanWords.Changed(called, picture is not null);
        var fault = await ChangeAsync(context, id is null ? "plan-add" : "plan-change", words, () => saved = id is { } known ? book.Change(known, called, picture) : book.Add(called, picture!));
        return (saved, "", fault);
    }

    /// <summary>Brings the earlier picture back; what went wrong, null for nothing.</summary>
    public Task<LocalizedText?> RestoreAsync(SitePlan plan, HttpContext context) =>
        ChangeAsync(context, "plan-restore", PlanWords.Restored(plan.Name), () => book.Restore(plan.Id));

    /// <summary>Removes the plan; what went wrong, null for nothing.</summary>
    public Task<LocalizedText?> RemoveAsync(SitePlan plan, HttpContext context) =>
        ChangeAsync(context, "plan-remove", PlanWords.Removed(plan.Name), () => book.Remove(plan.Id));

    private async Task<(CleanPicture? Picture, LocalizedText? Refusal)> PictureAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } or { Length: > PlanUpload.LargestBytes })
        {
            return (null, file is { Length: > 0 } ? PlanWords.TooManyBytes : PlanWords.NoFile);
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellationToken);
        return await upload.CleanAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), cancellationToken);
    }

    private async Task<LocalizedText?> ChangeAsync(HttpContext context, string name, LocalizedText words, Action change)
    {
        if (await ActionAudit.RecordAsync(journal, logger, context, name, ActionAudit.Gateway, words) is { } unrecorded)
        {
            var detail = unrecorded.ProblemDetails.Detail ?? "";
            return new LocalizedText(
                string.Format(CultureInfo.InvariantCulture, PlanTexts.NotRecorded.Zh, detail), string.Format(CultureInfo.InvariantCulture, PlanTexts.NotRecorded.En, detail));
        }

        try
        {
            change();
            return null;
        }
        catch (SqliteException error)
        {
            PlanLog.NotSaved(logger, name, ActionAudit.Gateway, error);
            return PlanWords.NotSaved;
        }
    }
}
