namespace Gateway.Edge.Perception.Plates;

/// <summary>
/// A vehicle's plate over several frames of one camera, once the frames agree, or once it is clear that it cannot be read. One sighting
/// per vehicle; a later one with the same <paramref name="Track"/> corrects it (a better number, another heading).
/// </summary>
/// <param name="Track">Counts up per camera; the same vehicle keeps it while it is in view.</param>
/// <param name="Best">The vote's result with its box in the newest frame; its <see cref="PlateReading.Number"/> is null for an unreadable plate.</param>
/// <param name="Certain">Enough frames agree above the threshold: a barrier may act on the number. Never true where it is null.</param>
/// <param name="Heading">Direction of travel.</param>
/// <param name="Frames">Frames that voted.</param>
/// <param name="FirstAt">When the plate was first seen.</param>
/// <param name="SettledAt">When this sighting was settled.</param>
/// <param name="Flat">The picture behaves like a picture of a picture: a phone screen or a print held up. A barrier never acts on it.</param>
/// <param name="Picture">JPEG of the best frame, at most 1280 px wide, as evidence; empty where none could be made.</param>
/// <param name="DecisionMilliseconds">Time spent computing on this vehicle.</param>
internal sealed record PlateSighting(
    long Track,
    PlateReading Best,
    bool Certain,
    VehicleHeading Heading,
    int Frames,
    DateTimeOffset FirstAt,
    DateTimeOffset SettledAt,
    bool Flat,
    ReadOnlyMemory<byte> Picture,
    double DecisionMilliseconds);
