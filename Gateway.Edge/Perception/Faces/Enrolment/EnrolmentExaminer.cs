using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Faces.Detection;
using Gateway.Edge.Perception.Faces.Quality;
using Gateway.Edge.Perception.Faces.Recognition;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Perception.Faces.Enrolment;

/// <summary>Judges enrolment photos, one at a time: enrolment is rare and the gates need the cores.</summary>
internal sealed class EnrolmentExaminer(ModelRegistry models, IOptions<FaceOptions> options) : IEnrolmentExaminer, IDisposable
{
    /// <summary>Photos are decoded at the smallest scale that keeps this side: a face filling a tenth of it still suffices.</summary>
    private const int WantedSide = 1600;

    /// <summary>A second face below this share of the first one's height is somebody in the background.</summary>
    private const float BystanderShare = 0.5f;

    /// <summary>Faces of other people must be sure ones: patterns on clothes are not people.</summary>
    private const float SecondFaceScore = 0.85f;

    /// <summary>Eyes below this openness are closed: open ones measure 0.2 to 0.4.</summary>
    private const float LeastEyeOpenness = 0.12f;

    /// <summary>Mean value of a picture in which nobody would find a face for darkness.</summary>
    private const int DarkPicture = 25;

    /// <summary>Mean value of a picture washed out by light.</summary>
    private const int BrightPicture = 230;

    // Guards the reader, which one thread at a time may use.
    private readonly Lock _gate = new();
    private readonly FaceBox[] _found = new FaceBox[16];
    private FaceReader? _reader;

    /// <inheritdoc/>
    /// <exception cref="ModelFaultException">A face model is missing or altered.</exception>
    public EnrolmentPhoto Examine(ReadOnlySpan<byte> jpeg)
    {
        BgrImage image;
        try
        {
            image = JpegCodec.DecodeUpright(jpeg, WantedSide);
        }
        catch (JpegException error)
        {
            return EnrolmentRefusals.For(error);
        }

        try
        {
            lock (_gate)
            {
                return Examine(image);
            }
        }
        finally
        {
            Array.Clear(image.Pixels);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _reader?.Dispose();
            _reader = null;
        }
    }

    /// <summary>Says whether it is the light that hides the face: "no face" would leave people guessing.</summary>
    private static QualityFault? Unlit(BgrImage image)
    {
        long sum = 0;
        foreach (var value in image.Span)
        {
            sum += value;
        }

        return (sum / image.ByteCount) switch
        {
            < DarkPicture => QualityFault.TooDark,
            > BrightPicture => QualityFault.TooBright,
            _ => null,
        };
    }

    private EnrolmentPhoto Examine(BgrImage image)
    {
        _reader ??= new FaceReader(models);
        var count = StillSearch.Find(_reader, image, options.Value.DetectionScore, _found);
        if (count == 0)
        {
            return Unlit(image) is { } light ? EnrolmentRefusals.For(light, 0) : EnrolmentRefusals.NoFace;
        }

        var main = StillSearch.Subject(_found.AsSpan(0, count));
        foreach (var other in _found.AsSpan(0, count))
        {
            if (other != main && other.Score >= SecondFaceScore && other.Box.Height >= main.Box.Height * BystanderShare)
            {
                return EnrolmentRefusals.TwoFaces;
            }
        }

        var quality = _reader.Read(image, main.Box);
        var fault = QualityGate.ForEnrolment(options.Value).Judge(quality);
        if (fault is not QualityFault.None)
        {
            return EnrolmentRefusals.For(fault, quality.Score);
        }

        if (_reader.Shape.EyeOpenness < LeastEyeOpenness)
        {
            return EnrolmentRefusals.EyesHidden(quality.Score);
        }

        var template = new float[UnitVector.Length];
        var embedded = options.Value.MirrorEnrolment ? _reader.EmbedBothWays(template) : _reader.Embed(template);
        return embedded ? new EnrolmentPhoto(template, quality.Score, null, null) : EnrolmentRefusals.For(QualityFault.Covered, quality.Score);
    }
}
