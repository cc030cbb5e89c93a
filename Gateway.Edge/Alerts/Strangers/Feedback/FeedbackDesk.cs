using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Alerts.Strangers.Feedback;

/// <summary>Takes what staff say of an alert: on record first, then kept. The last word counts; saying the same again changes nothing.</summary>
internal sealed class FeedbackDesk(VisitStore store, IMediaStore media, IJournal journal, TimeProvider time, ILogger<FeedbackDesk> logger)
{
    /// <summary>Name of the audit record.</summary>
    public const string Deed = "stranger-feedback";

    /// <summary>Keeps a verdict, or takes it back.</summary>
    /// <param name="context">Of whoever says it.</param>
    /// <param name="visit">Of which visit.</param>
    /// <param name="verdict">What it was; null takes back what was said.</param>
    /// <returns>The answer where it cannot be put on record, and then nothing was kept; null where it is.</returns>
    public async Task<IResult?> SayAsync(HttpContext context, Visit visit, StrangerVerdict? verdict)
    {
        if (store.FeedbackOf(visit.Id)?.Verdict == verdict)
        {
            return null;
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, Deed, visit.Raised.Gate, Words(verdict, visit.Raised.Name)) is { } unrecorded)
        {
            return unrecorded;
        }

        var view = verdict == StrangerVerdict.NotRecognised ? await ViewAsync(visit) : null;
        store.Say(visit.Id, verdict is { } said ? new VisitFeedback(said, ActionAudit.By(context), time.GetUtcNow(), view) : null);
        return null;
    }

    private static LocalizedText Words(StrangerVerdict? verdict, LocalizedText gate) => verdict switch
    {
        StrangerVerdict.NotRecognised => new($"{gate.Zh}陌生人告警：判为住户未被识别", $"Stranger alert of {gate.En}: said to be a resident who was not recognised"),
        StrangerVerdict.Visitor => new($"{gate.Zh}陌生人告警：判为访客或送货", $"Stranger alert of {gate.En}: said to be a visitor or a delivery"),
        StrangerVerdict.FalseAlarm => new($"{gate.Zh}陌生人告警：判为误报", $"Stranger alert of {gate.En}: said to be a false alarm"),
        _ => new($"{gate.Zh}陌生人告警：撤回判定", $"Stranger alert of {gate.En}: what was said of it is taken back"),
    };

    // The figures help to mend the camera; without them the verdict stands all the same.
    private async Task<PortraitView?> ViewAsync(Visit visit)
    {
        try
        {
            return visit.Portrait is { } sha256 && await media.ReadAsync(sha256, CancellationToken.None) is { } jpeg ? PortraitView.Of(jpeg) : null;
        }
        catch (JournalUnavailableException)
        {
            return null;
        }
    }
}
