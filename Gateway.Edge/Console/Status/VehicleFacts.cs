using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Status;

/// <summary>Vehicles and barriers in numbers; plates and names stay out of this page.</summary>
internal static class VehicleFacts
{
    public static IReadOnlyList<Fact> Of(OccupancyView? places, (int ByHand, int All) barriers)
    {
        var facts = new List<Fact>();
        if (places is { } known)
        {
            facts.Add(known.Full
                ? new(StatusTexts.VehiclesInside, StatusTexts.Vehicles(known.Inside, known.Capacity), Tone.High, Icon: "warning")
                : new(StatusTexts.VehiclesInside, StatusTexts.Vehicles(known.Inside, known.Capacity)));
            facts.Add(known.Overstaying == 0
                ? new(StatusTexts.Overstaying, StatusTexts.None)
                : new(StatusTexts.Overstaying, StatusTexts.Number(known.Overstaying), Tone.High, Icon: "clock"));
            facts.Add(known.MoveCar == 0
                ? new(StatusTexts.MoveCar, StatusTexts.None)
                : new(StatusTexts.MoveCar, StatusTexts.Number(known.MoveCar), Tone.Normal, Icon: "bell"));
        }

        facts.Add(barriers.ByHand == 0
            ? new(StatusTexts.BarriersByHand, StatusTexts.None)
            : new(StatusTexts.BarriersByHand, StatusTexts.Of(barriers.ByHand, barriers.All), Tone.Normal, Icon: "barrier"));
        return facts;
    }
}
