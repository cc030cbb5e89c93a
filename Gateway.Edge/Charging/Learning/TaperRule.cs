using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;

namespace Gateway.Edge.Charging.Learning;

/// <summary>
/// Tells a battery that no longer tapers from the sessions of its outlet. Pure.
/// <para>Sessions of the same charger are those whose plateau differs by at most 7 %. Of their tails t (see <see cref="ChargeTail"/>), the latest two earlier ones aside,
/// m = median and s = max(1.4826 * MAD, 0.05) over at most twenty are what the outlet has learned; at least five are needed, and m must be at most
/// 0.5: a battery that tapered. A tail is conspicuous above max(0.7, m + 3 s), and three conspicuous ones in a row are a finding: one or two may be
/// somebody who was in a hurry. A session at full power until the time limit is a finding by itself.</para>
/// </summary>
internal static class TaperRule
{
    /// <summary>Sessions that are read for one judgement.</summary>
    public const int Looks = 100;

    private const double SameCharger = 0.07;
    private const double Conspicuous = 0.7;
    private const double Tapered = 0.5;
    private const double LeastSpread = 0.05;
    private const double Spreads = 3;
    private const int InARow = 3;
    private const int Fewest = 5;
    private const int Most = 20;

    /// <summary>What a session that has just ended tells; null for nothing.</summary>
    /// <param name="ended">The session.</param>
    /// <param name="past">Earlier sessions of the same outlet, the newest first.</param>
    public static TaperFinding? Judge(ChargeSession ended, IEnumerable<ChargeSession> past)
    {
        if (ended is not { Tail: { } tail, Ended: { } at } || tail < Conspicuous || !Tells(ended))
        {
            return null;
        }

        var tails = past.Where(session => session.Tail is not null && Tells(session) && IsSame(session, ended)).Select(session => session.Tail!.Value).ToList();
        List<double> learned = [.. tails.Skip(InARow - 1).Take(Most)];
        var usual = learned.Count >= Fewest ? Statistics.Median(learned) : (double?)null;
        var finding = new TaperFinding(ended.Id, new OutletId(ended.Device, ended.Outlet), FindingKind.NeverTapered, at, ended.Plateau, tail, usual);
        if (ended.Reason == EndReason.TimeLimit)
        {
            return finding;
        }

        if (usual is not <= Tapered)
        {
            return null;
        }

        var limit = Math.Max(Conspicuous, usual.Value + (Spreads * Math.Max(Statistics.Spread(learned), LeastSpread)));
        return tails.Take(InARow - 1).Prepend(tail).All(one => one > limit) ? finding with { Kind = FindingKind.TapersNoMore } : null;
    }

    /// <summary>True where both come from the same charger, by its strength.</summary>
    public static bool IsSame(double plateau, double other) => Math.Abs(plateau - other) <= SameCharger * Math.Max(plateau, other);

    private static bool IsSame(ChargeSession session, ChargeSession other) => IsSame(session.Plateau, other.Plateau);

    // What was cut short by smoke, staff or a fault says nothing of the battery.
    private static bool Tells(ChargeSession session) => session.Reason is EndReason.Full or EndReason.Unplugged or EndReason.TimeLimit;
}
