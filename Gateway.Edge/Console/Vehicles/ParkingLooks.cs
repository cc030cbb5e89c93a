using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>Colours and icons of notices and reports.</summary>
internal static class ParkingLooks
{
    public static (Tone Tone, string Icon) Of(NoticeState state) => state switch
    {
        NoticeState.ToCall or NoticeState.NotMine => (Tone.High, "phone"),
        NoticeState.Coming => (Tone.Good, "car"),
        NoticeState.Closed => (Tone.Unknown, "check"),
        _ => (Tone.Unknown, "bell"),
    };

    public static (Tone Tone, string Icon) Of(ParkingReport report) => report switch
    {
        { State: ParkingState.Resolved } => (Tone.Good, "check"),
        { Kind: ParkingKind.FireLane } => (Tone.High, "flame"),
        _ => (Tone.Normal, "parking"),
    };
}
