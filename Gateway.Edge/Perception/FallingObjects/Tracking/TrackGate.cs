using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>
/// How far from where it is expected a thing may be seen and still be the same. Grows with its speed, because what falls before a camera
/// that looks up has moved 34 to 60 pixels from frame to frame in the end.
/// </summary>
/// <param name="scale">Rows of the picture / 720; all constants are for 720 rows.</param>
internal readonly struct TrackGate(double scale)
{
    private const double Still = 3;
    private const double MostSpeed = 1900; // pixels a second
    private const double MostAcross = 900;
    private const double MostRise = 250;
    private const double MostAcceleration = 3500; // pixels per second squared

    /// <summary>Ten times the area is another thing, natural logarithm.</summary>
    private const double MostUnlike = 2.3;

    /// <summary>The centre of what is seen lies off by up to half of what is not.</summary>
    private const double ShareOfHidden = 0.5;

    /// <summary>Share of the way since its last point that an older track may be off.</summary>
    private const double Loose = 0.12;

    /// <summary>How far from where it is expected parts of a thing are looked for, pixels.</summary>
    public double ReachOf(Track track, double seconds) => (Still * scale) + (Loose * track.Speed * seconds);

    /// <summary>How badly a blob suits a track, 0 for perfectly; infinite where it cannot be the same thing.</summary>
    /// <param name="track">The track.</param>
    /// <param name="blob">The blob.</param>
    /// <param name="seconds">Since the track's last point.</param>
    public double Misfit(Track track, in Blob blob, double seconds)
    {
        var (x, y) = track.Predict(seconds);
        var (dx, dy) = (blob.X - x, blob.Y - y);
        var distance = track.Points.Count == 1 ? First(dx, dy, blob, seconds) : Later(track, dx, dy, blob, seconds);
        if (distance > 1)
        {
            return double.PositiveInfinity;
        }

        // A part may be far smaller than the whole before it.
        var likeness = Math.Abs(Math.Log((blob.Area + 8.0) / (track.Area + 8.0)));
        if (likeness > MostUnlike && (!track.MayPart || Math.Abs(Math.Log((blob.Area + 8.0) / (track.MostArea + 8.0))) > MostUnlike))
        {
            return double.PositiveInfinity;
        }

        var contrast = Math.Abs(blob.Contrast - track.Contrast) / 100;
        return distance + (0.15 * likeness) + (0.15 * contrast);
    }

    /// <summary>A thing seen once may have any speed that a fall may have.</summary>
    private double First(double dx, double dy, in Blob blob, double seconds)
    {
        var slack = (Still * scale) + (0.25 * blob.Height);
        var far = dy > 0 ? MostSpeed * scale * seconds : MostRise * scale * seconds;
        var wide = Math.Max(Math.Abs(dy), MostAcross * scale * seconds / 3);
        return Math.Max(Math.Abs(dy) / (far + slack), Math.Abs(dx) / (wide + slack));
    }

    private double Later(Track track, double dx, double dy, in Blob blob, double seconds)
    {
        var loose = track.Points.Count switch { 2 => 0.45, 3 => 0.3, _ => Loose };
        var bend = track.Points.Count < 4 ? 1 : 0.4;
        var travelled = track.Speed * seconds;
        var slack = (Still * scale) + (0.2 * blob.Height) + Hidden(track, track.Size.Height - blob.Height) + (loose * travelled);
        var down = slack + (bend * MostAcceleration / 2 * scale * seconds * seconds);
        var across = (Still * scale) + (0.2 * blob.Width) + Hidden(track, track.Size.Width - blob.Width) + (0.6 * loose * travelled);
        return Math.Sqrt(Math.Pow(dy / down, 2) + Math.Pow(dx / across, 2));
    }

    private static double Hidden(Track track, double missing) => track.MayPart ? ShareOfHidden * Math.Max(0, missing) : 0;
}
