using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Status;

/// <summary>What of the journal needs somebody.</summary>
internal static class JournalAttention
{
    public static IEnumerable<AttentionItem> Of(JournalStatus status, long unrecorded)
    {
        if (!status.Available)
        {
            yield return new(Tone.Emergency, "warning", StatusTexts.JournalAwayTitle, status.Reason ?? StatusTexts.JournalAwayHint);
        }

        if (unrecorded > 0)
        {
            yield return new(Tone.Emergency, "warning", StatusTexts.UnrecordedTitle(unrecorded), StatusTexts.UnrecordedHint);
        }

        if (status.Damage is { } damage)
        {
            yield return new(
                Tone.High,
                "warning",
                StatusTexts.DamageTitle,
                damage.Unreadable > 0 ? StatusTexts.DamageLost(damage.Unreadable, damage.SetAside) : StatusTexts.DamageNothingLost(damage.SetAside));
        }
    }
}
