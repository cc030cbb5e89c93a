using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>
/// The seeded sets: condition and seed decide a picture, on every machine. Makes take turns, blue and green ones come more often as on roads.
/// Safe for several threads.
/// </summary>
/// <param name="glyphs">The shapes of the characters.</param>
internal sealed class PlateSet(PlateGlyphs glyphs)
{
    /// <summary>All conditions.</summary>
    public static IReadOnlyList<PlateCondition> Conditions { get; } = Enum.GetValues<PlateCondition>();

    private static readonly PlateMake[] Turns =
    [
        PlateMake.Blue, PlateMake.Green, PlateMake.Yellow, PlateMake.Blue, PlateMake.TwoRows, PlateMake.Police, PlateMake.Green, PlateMake.Blue,
        PlateMake.YellowGreen, PlateMake.HongKong, PlateMake.Learner, PlateMake.Blue, PlateMake.Trailer, PlateMake.Embassy, PlateMake.Green, PlateMake.Macau,
    ];

    private readonly PlateArt _art = new(glyphs);

    /// <summary>What was ordered, made one at a time as it is asked for.</summary>
    public IEnumerable<SyntheticPlate> Of(PlateOrder order) =>
        Enumerable.Range(0, order.Count).Select(i => One(order.Condition ?? Conditions[i % Conditions.Count], order.Seed + i, order.Full));

    /// <summary>A plate with a little of what is around it, as a finder would cut it out.</summary>
    /// <param name="condition">What makes it hard.</param>
    /// <param name="seed">Which of the set.</param>
    public SyntheticPlate Crop(PlateCondition condition, int seed)
    {
        var random = Random(condition, seed);
        var (make, design, plate) = Plate(condition, seed, random);
        var quad = ConditionLook.Pose(condition, random).Quad(Vector2.Zero, (float)ConditionLook.Width(condition, random) * (design.TwoRows ? 0.8f : 1), design.Height / (float)design.Width);
        var margin = new Vector2(quad.Width * (float)random.Between(0.02, 0.06), quad.Height * (float)random.Between(0.05, 0.15));
        quad = quad.Move(1, margin - quad.Least);
        var size = quad.Most + margin;
        var image = Body((int)size.X, (int)size.Y, random);
        QuadPaint.Paint(PaintTarget.Of(image), plate, quad);
        ConditionLook.Apply(image, condition, quad, random);
        return new SyntheticPlate(image, design.Text, make, condition, quad);
    }

    /// <summary>A vehicle in its lane, as a camera beside the barrier has it.</summary>
    /// <param name="condition">What makes it hard.</param>
    /// <param name="seed">Which of the set.</param>
    public SyntheticPlate Full(PlateCondition condition, int seed)
    {
        var random = Random(condition, seed).Fork(7);
        var (make, design, plate) = Plate(condition, seed, random);
        var (look, rear) = (VehicleLook.Of(design), random.Chance(0.3));
        var (camera, distance) = FullView.Of(condition, design, look.PlateHeight(rear), random);
        var image = new BgrImage(new byte[camera.Width * camera.Height * 3], camera.Width, camera.Height);
        var target = PaintTarget.Of(image);
        DrivewayPainter.Paint(target, camera, (float)distance - 0.4f, random.Whole(1, 1 << 20));
        var truth = new VehiclePainter(camera).Paint(target, look, plate, distance, rear);
        var quad = truth.Plate ?? throw new InvalidOperationException($"The vehicle of {condition} {seed} is out of the picture.");
        ConditionLook.Apply(image, condition, quad, random);
        return new SyntheticPlate(image, design.Text, make, condition, quad);
    }

    private SyntheticPlate One(PlateCondition condition, int seed, bool full) => full ? Full(condition, seed) : Crop(condition, seed);

    private static SeededRandom Random(PlateCondition condition, int seed) => new SeededRandom((ulong)seed).Fork((int)condition + 1);

    private (PlateMake Make, PlateDesign Design, BgrImage Plate) Plate(PlateCondition condition, int seed, SeededRandom random)
    {
        var make = Turns[(int)((uint)seed % Turns.Length)];
        var design = PlateDraw.Of(make, random);
        return (make, design, _art.Draw(design, ConditionLook.Wear(condition, random), scale: 0.75f));
    }

    /// <summary>Painted sheet metal around the plate, darker below.</summary>
    private static BgrImage Body(int width, int height, SeededRandom random)
    {
        var image = new BgrImage(new byte[width * height * 3], width, height);
        var paint = new Vector3((float)random.Between(15, 225), (float)random.Between(15, 225), (float)random.Between(15, 225));
        var grey = random.Chance(0.7) ? (paint.X + paint.Y + paint.Z) / 3 : 0;
        paint = grey > 0 ? new Vector3(grey) : paint;
        for (var y = 0; y < height; y++)
        {
            var light = 1.05f - (0.4f * y / height);
            for (var x = 0; x < width; x++)
            {
                var at = ((y * width) + x) * 3;
                (image.Pixels[at], image.Pixels[at + 1], image.Pixels[at + 2]) = ((byte)(paint.X * light), (byte)(paint.Y * light), (byte)(paint.Z * light));
            }
        }

        return image;
    }
}
