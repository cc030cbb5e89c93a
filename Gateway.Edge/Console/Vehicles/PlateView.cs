using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>A plate as it hangs on a vehicle, for drawing.</summary>
/// <param name="Text">The number as people write it.</param>
/// <param name="Ground">Its ground as the sheet names it: <c>blue</c>, <c>yellow</c>, <c>green</c>, <c>yellow-green</c>, <c>white</c>, <c>black</c>.</param>
/// <param name="Kind">What such a plate is, in words.</param>
public sealed record PlateView(string Text, string Ground, LocalizedText Kind)
{
    /// <summary>By the colour that was seen; where none was, by the colour that such numbers have.</summary>
    internal static PlateView Of(PlateNumber number, PlateColour seen = PlateColour.Unknown)
    {
        var colour = seen is not PlateColour.Unknown ? seen : number.Kind switch
        {
            PlateKind.NewEnergy => PlateColour.Green,
            PlateKind.Police => PlateColour.White,
            PlateKind.Learner or PlateKind.Trailer => PlateColour.Yellow,
            PlateKind.HongKong or PlateKind.Macau or PlateKind.Embassy => PlateColour.Black,
            _ => PlateColour.Blue,
        };
        return new PlateView(number.Display, GroundOf(colour), PlateTexts.Kind(number.Kind));
    }

    private static string GroundOf(PlateColour colour) => colour switch
    {
        PlateColour.Yellow => "yellow",
        PlateColour.Green => "green",
        PlateColour.YellowGreen => "yellow-green",
        PlateColour.White => "white",
        PlateColour.Black => "black",
        _ => "blue",
    };
}
