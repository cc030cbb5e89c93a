using Gateway.Edge.Console.Texts;
using Gateway.Edge.Uplink;

namespace Gateway.Edge.Console.Status;

/// <summary>The way to the station in words.</summary>
internal static class UplinkFacts
{
    // Fewer are under way at any busy moment.
    private const long LongBacklog = 1000;

    public static IReadOnlyList<Fact> Of(IUplinkStatus uplink)
    {
        var facts = new List<Fact>
        {
            uplink switch
            {
                UplinkOff => new(StatusTexts.Station, StatusTexts.UplinkOff, Tone.Unknown, Icon: "offline"),
                { Connected: true } => new(StatusTexts.Station, StatusTexts.Connected, Tone.Good, Icon: "check"),
                _ => new(StatusTexts.Station, StatusTexts.NotConnected, Tone.High, Icon: "offline"),
            },
            uplink is UplinkOff ? new(StatusTexts.Backlog, StatusTexts.RecordsWaiting(uplink.Backlog))
                : uplink.Backlog == 0 ? new(StatusTexts.Backlog, StatusTexts.NothingWaiting, Tone.Good, Icon: "check")
                : new(StatusTexts.Backlog, StatusTexts.RecordsWaiting(uplink.Backlog), BacklogTone(uplink), Icon: "upload"),
            uplink.LastReceiptAt is { } at
                ? new(StatusTexts.LastReceipt, Value: null, At: at)
                : new(StatusTexts.LastReceipt, StatusTexts.NoneYet),
        };
        if (uplink.MediaPending > 0)
        {
            facts.Add(new(StatusTexts.Pictures, StatusTexts.PicturesWaiting(uplink.MediaPending)));
        }

        if (uplink.RefusedRecords > 0)
        {
            facts.Add(new(StatusTexts.RefusedByBroker, StatusTexts.Records(uplink.RefusedRecords), Tone.Normal, Icon: "warning"));
        }

        return facts;
    }

    public static IEnumerable<AttentionItem> Attention(IUplinkStatus uplink) => uplink switch
    {
        UplinkOff => [new(Tone.Unknown, "offline", StatusTexts.UplinkOffTitle, StatusTexts.UplinkOffHint)],
        { Fault: { } fault } => [new(Tone.High, "offline", StatusTexts.UplinkFaultTitle, StatusTexts.UplinkFaultHint(fault))],
        { Connected: false } => [new(Tone.High, "offline", StatusTexts.UplinkAwayTitle, StatusTexts.UplinkAwayHint(uplink.Backlog))],
        { Backlog: >= LongBacklog } => [new(Tone.Normal, "upload", StatusTexts.BacklogTitle, StatusTexts.BacklogHint(uplink.Backlog))],
        _ => [],
    };

    private static Tone BacklogTone(IUplinkStatus uplink) => uplink is { Connected: true, Backlog: < LongBacklog } ? Tone.Unknown : Tone.Normal;
}
