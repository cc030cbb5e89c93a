using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Seeded pictures of odd cases, 960 x 540, in daylight. Safe for several threads.</summary>
/// <param name="glyphs">The shapes of the characters.</param>
internal sealed class OddPictures(PlateGlyphs glyphs)
{
    private const int Width = 960;
    private const int Height = 540;
    private static readonly Vector3 White = new(235, 238, 238);
    private static readonly Vector3 Black = new(28, 26, 26);
    private static readonly Vector3 Red = new(40, 30, 190);
    private static readonly string[] Advertisements = ["租车 13800572416", "搬家 02158806437", "洗车 修车 68219 电话", "汽修 4008123999", "新能源汽车服务 A8066"];
    private readonly PlateArt _art = new(glyphs);
    private readonly LabelArt _labels = new(glyphs);

    /// <summary>All cases.</summary>
    public static IReadOnlyList<OddCase> Cases { get; } = Enum.GetValues<OddCase>();

    /// <summary>One picture of a case.</summary>
    public OddPicture Draw(OddCase odd, int seed)
    {
        var random = new SeededRandom((ulong)seed).Fork(100 + (int)odd);
        var image = new BgrImage(new byte[Width * Height * 3], Width, Height);
        var scene = new OddScene(image, Camera(random), random, _art);
        IReadOnlyList<string> legible = odd switch
        {
            OddCase.CutOff => CutOff(scene),
            OddCase.HalfCovered => Nothing(scene.Vehicle(wear: new PlateWear(seed, Covered: (float)random.Between(0.4, 0.6)))),
            OddCase.Filthy => Nothing(scene.Vehicle(wear: PlateWear.Filthy(seed))),
            OddCase.Telephone => Telephone(scene),
            OddCase.Advertisement => Advertisement(scene),
            OddCase.TwoPlates => [scene.Vehicle(right: -1.2f), scene.Vehicle(right: 1.2f)],
            OddCase.PhoneScreen => [PhonePicture.Paint(image, scene, new PlateSet(glyphs).Full(PlateCondition.Day, seed), random)],
            _ => Nothing(scene.Vehicle(plate: false)),
        };
        PictureEffects.Noise(image, (float)random.Between(1, 3), random);
        PictureEffects.Jpeg(image, random.Whole(78, 92));
        return new OddPicture(image, odd, legible, Held: odd == OddCase.PhoneScreen);
    }

    private static LaneCamera Camera(SeededRandom random) => new(
        (float)random.Between(1.6, 2.2), (float)random.Between(0.3, 1.4), new Vector3(0, 0.8f, 5), (float)random.Between(1.15, 1.4), Width, Height);

    private static string[] Nothing(string _) => [];

    /// <summary>The camera is turned so that the picture's left or right edge runs through the plate.</summary>
    private static string[] CutOff(OddScene scene)
    {
        scene.Aim((float)(scene.Random.Sign() * 2.5f / scene.Camera.Focal));
        scene.Vehicle();
        return [];
    }

    private string[] Telephone(OddScene scene)
    {
        scene.Vehicle(plate: false);
        var number = "1" + string.Concat(Enumerable.Range(0, 10).Select(_ => scene.Random.Whole(0, 9)));
        scene.Stick(_labels.Draw(number, White, scene.Random.Pick<Vector3>([Red, Black]), 60), 0.5f);
        return [];
    }

    private string[] Advertisement(OddScene scene)
    {
        var plate = scene.Vehicle();
        scene.Stick(_labels.Draw(scene.Random.Pick<string>(Advertisements), scene.Random.Pick<Vector3>([White, Red]), Black, 60), 0.86f);
        return [plate];
    }
}
