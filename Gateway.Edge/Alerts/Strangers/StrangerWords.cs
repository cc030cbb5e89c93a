using Gateway.Cloud.Contract;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>The sentences of stranger alerts.</summary>
internal static class StrangerWords
{
    public static LocalizedText FirstSeen(LocalizedText gate) =>
        new($"{gate.Zh}出现未登记人员", $"Unregistered person at {gate.En}");

    public static LocalizedText SeenAgain(LocalizedText gate, int sightings) =>
        new($"同一未登记人员再次出现在{gate.Zh}，共 {sightings} 次", $"The same unregistered person again at {gate.En}, {sightings} times in all");

    public static LocalizedText Lingers(LocalizedText gate, TimeSpan stayed) =>
        new($"未登记人员在{gate.Zh}徘徊约 {Minutes(stayed)} 分钟，请留意", $"An unregistered person has been lingering at {gate.En} for about {Minutes(stayed)} min; please look");

    private static int Minutes(TimeSpan time) => Math.Max(1, (int)Math.Round(time.TotalMinutes));
}
