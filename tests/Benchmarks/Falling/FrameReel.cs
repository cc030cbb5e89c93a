using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace EdgeGateway.Benchmarks.Falling;

/// <summary>Decoded frames of a full-HD camera at 25 frames a second, in memory: a tower with noise, shake, weather and a fall.</summary>
internal sealed class FrameReel
{
    /// <summary>Frames a second.</summary>
    public const double Rate = 25;

    private const int Seed = 11;

    private readonly List<byte[]> _frames = [];
    private TimeSpan _time;

    public FrameReel()
    {
        var clip = SyntheticClip.Of(Seed, SyntheticKind.Fall, new SyntheticOptions(1920, 1080, Rate, TimeSpan.FromSeconds(5)));
        View = new FallView(clip.Width, clip.Height);
        OfTower = clip.View;
        for (var frame = 0; frame < clip.FrameCount; frame++)
        {
            var luma = new byte[clip.Width * clip.Height];
            clip.Render(frame, luma);
            _frames.Add(luma);
        }
    }

    /// <summary>The whole picture, nothing entered.</summary>
    public FallView View { get; }

    /// <summary>With what an installer enters: the tower's outline and how the camera stands.</summary>
    public FallView OfTower { get; }

    /// <summary>Frames of one pass.</summary>
    public int PassLength => 2 * _frames.Count;

    /// <summary>One pass over all frames, there and back so that the scene never jumps. Time goes on from pass to pass.</summary>
    /// <returns>Falls that were told: a detector that sees nothing would be fast.</returns>
    public int Pass(IFallDetector detector)
    {
        var told = 0;
        for (var frame = 0; frame < PassLength; frame++)
        {
            told += detector.Take(_frames[frame < _frames.Count ? frame : PassLength - 1 - frame], _time += TimeSpan.FromSeconds(1 / Rate)).Count;
        }

        return told;
    }

    /// <summary>Writes the frames one after the other.</summary>
    public void WriteTo(Stream stream)
    {
        foreach (var frame in _frames)
        {
            stream.Write(frame);
        }
    }
}
