using System.Numerics;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Simulation.Plates;

namespace Gateway.Drivers.Simulation.Vehicles;

/// <summary>Paints vehicles as a lane's camera sees them. Safe for several threads.</summary>
/// <param name="camera">Where it stands.</param>
public sealed class VehiclePainter(LaneCamera camera)
{
    private static readonly Vector3 Glass = new(58, 50, 44);
    private static readonly Vector3 Dark = new(30, 29, 28);
    private static readonly Vector3 Lamp = new(238, 240, 236);
    private static readonly Vector3 RedLamp = new(36, 26, 180);

    /// <summary>Paints a vehicle; tells where its plate is.</summary>
    /// <param name="target">As large as the camera's picture.</param>
    /// <param name="look">Its outside.</param>
    /// <param name="plate">Its plate as <see cref="PlateArt"/> draws it; null leaves a blank one.</param>
    /// <param name="distance">Of its nearer end, metres along the lane.</param>
    /// <param name="rear">It is seen from behind.</param>
    public VehicleTruth Paint(PaintTarget target, VehicleLook look, BgrImage? plate, double distance, bool rear = false)
    {
        var (shape, z) = (VehicleShape.Of(look.Body, rear), (float)distance);
        PaintBody(target, look, shape, z);
        PaintEnd(target, look, shape, z, rear);
        var quad = look.Plate is null ? null : QuadOf(look.Plate, shape, z);
        if (quad is { } place)
        {
            if (plate is null)
            {
                PolygonPaint.Fill(target, [place.A, place.B, place.C, place.D], Lamp, Lamp);
            }
            else
            {
                QuadPaint.Paint(target, plate, place);
            }
        }

        return new VehicleTruth(distance, quad);
    }

    private PictureQuad? QuadOf(PlateDesign plate, VehicleShape shape, float z) =>
        camera.Upright(new Vector3(0, shape.PlateHeight, z - 0.03f), plate.Width / 1000f, plate.Height / 1000f);

    private void PaintBody(PaintTarget target, VehicleLook look, VehicleShape shape, float z)
    {
        var (half, paint) = (shape.Width / 2, look.Paint);
        var (roof, inset) = (shape.Roof, half * 0.84f);
        Flat(target, Dark * 0.5f, 0.55f, [new(-half - 0.15f, 0, z - 0.1f), new(half + 0.1f, 0, z - 0.1f), new(half + 0.1f, 0, z + shape.Length), new(-half - 0.3f, 0, z + shape.Length)]);

        // The camera stands on the right: it sees that flank, over the roof, and the end.
        var (end, belt) = (z + shape.Length, shape.Shelf.Height);
        Face(target, paint * 0.72f, [new(half, shape.Sill, z), new(half, belt, z + shape.Shelf.Depth), new(half, belt, end), new(half, shape.Sill, end)]);
        Face(target, paint * 0.72f, [new(half, shape.Sill, z), new(half, shape.Nose, z), new(half, belt, z + shape.Shelf.Depth)]);
        foreach (var wheel in new[] { 0.85f, shape.Length - 0.9f })
        {
            Wheel(target, half + 0.01f, z + wheel);
        }

        var glassEnd = Math.Min(shape.RoofEnd + 0.5f, shape.Length);
        Face(target, Glass, [new(half, belt, z + shape.Shelf.Depth), new(inset, roof.Height, z + roof.Depth), new(inset, roof.Height, z + shape.RoofEnd), new(half, belt, z + glassEnd)]);
        Face(target, paint * 1.1f, [new(-inset, roof.Height, z + roof.Depth), new(inset, roof.Height, z + roof.Depth), new(inset, roof.Height, z + shape.RoofEnd), new(-inset, roof.Height, z + shape.RoofEnd)]);
        Face(target, paint, [new(-half * 0.97f, belt, z + shape.Shelf.Depth), new(-inset, roof.Height, z + roof.Depth), new(inset, roof.Height, z + roof.Depth), new(half * 0.97f, belt, z + shape.Shelf.Depth)]);
        var (low, high) = (Between(shape.Shelf, roof, 0.1f), Between(shape.Shelf, roof, 0.92f));
        Face(target, Glass * 1.5f, [new(-half * 0.88f, low.Height, z + low.Depth), new(-inset * 0.94f, high.Height, z + high.Depth), new(inset * 0.94f, high.Height, z + high.Depth), new(half * 0.88f, low.Height, z + low.Depth)], Glass * 0.8f);
        Face(target, paint * 1.06f, [new(-half, shape.Nose, z), new(-half, belt, z + shape.Shelf.Depth), new(half, belt, z + shape.Shelf.Depth), new(half, shape.Nose, z)]);
    }

    private void PaintEnd(PaintTarget target, VehicleLook look, VehicleShape shape, float z, bool rear)
    {
        var (half, tall) = (shape.Width / 2, shape.Nose - shape.Sill);
        List<(Vector3[] Corners, Vector3 Colour, float Darker)> parts = [];
        Part(-1, 1, 0, 1, look.Paint, 0.72f);
        if (rear)
        {
            Part(-0.97f, -0.66f, 0.6f, 0.84f, RedLamp, 0.8f);
            Part(0.66f, 0.97f, 0.6f, 0.84f, RedLamp, 0.8f);
            Part(-1, 1, 0, 0.22f, Dark * 1.6f);
        }
        else
        {
            Part(-0.52f, 0.52f, 0.55f, 0.88f, Dark * 1.3f, 0.7f);
            for (var bar = 0.6f; bar < 0.86f; bar += 0.09f)
            {
                Part(-0.5f, 0.5f, bar, bar + 0.025f, Lamp * 0.5f);
            }

            Part(-0.96f, -0.6f, 0.66f, 0.9f, Lamp, 0.75f);
            Part(0.6f, 0.96f, 0.66f, 0.9f, Lamp, 0.75f);
            Part(-0.72f, 0.72f, 0.06f, 0.2f, Dark);
        }

        foreach (var (corners, colour, darker) in parts)
        {
            Face(target, colour, corners, colour * darker);
        }

        void Part(float left, float right, float low, float high, Vector3 colour, float darker = 1) => parts.Add((
            [
                new(left * half, shape.Sill + (high * tall), z - 0.01f), new(right * half, shape.Sill + (high * tall), z - 0.01f),
                new(right * half, shape.Sill + (low * tall), z - 0.01f), new(left * half, shape.Sill + (low * tall), z - 0.01f),
            ],
            colour,
            darker));
    }

    private void Wheel(PaintTarget target, float x, float z)
    {
        const float Radius = 0.32f;
        Span<Vector3> rim = stackalloc Vector3[14];
        foreach (var (radius, colour) in new[] { (Radius, Dark * 0.8f), (Radius * 0.6f, Lamp * 0.55f) })
        {
            for (var i = 0; i < rim.Length; i++)
            {
                var (sin, cos) = MathF.SinCos(MathF.Tau * i / rim.Length);
                rim[i] = new Vector3(x, Radius + (radius * sin), z + (radius * cos));
            }

            Flat(target, colour, 1, rim);
        }
    }

    private void Face(PaintTarget target, Vector3 top, ReadOnlySpan<Vector3> face, Vector3? bottom = null)
    {
        var corners = camera.Project(face);
        if (corners.Length >= 3)
        {
            PolygonPaint.Fill(target, corners, top, bottom ?? top);
        }
    }

    private void Flat(PaintTarget target, Vector3 colour, float share, ReadOnlySpan<Vector3> face)
    {
        var corners = camera.Project(face);
        if (corners.Length >= 3)
        {
            PolygonPaint.Fill(target, corners, colour, colour, share);
        }
    }

    private static (float Depth, float Height) Between((float Depth, float Height) a, (float Depth, float Height) b, float share) =>
        (float.Lerp(a.Depth, b.Depth, share), float.Lerp(a.Height, b.Height, share));
}
