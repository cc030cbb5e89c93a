using Gateway.Cloud.Contract;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Perception.Png;

namespace Gateway.Edge.Plans;

/// <summary>
/// Turns an upload into a picture that can be shown. It is judged by its bytes: neither the file's name nor the content type that it came
/// with counts. What is taken is decoded, made smaller and encoded anew, so that no metadata, no second file behind the first and no
/// script survives. One at a time, as a large picture takes some hundred megabytes. Safe for several threads.
/// </summary>
internal sealed class PlanUpload : IDisposable
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestBytes = 12 * 1024 * 1024;

    /// <summary>Least width and height in pixels: nobody finds a gate on less.</summary>
    public const int ShortestSide = 300;

    /// <summary>Most width or height in pixels.</summary>
    public const int LongestSide = 10_000;

    /// <summary>Most pixels in all: 72 MB while they are decoded.</summary>
    public const int MostPixels = 24_000_000;

    /// <summary>Longest side of what is kept, in pixels: more than a wall screen shows.</summary>
    public const int KeptSide = 2400;

    private const int Quality = 88;

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The picture, or why it is none, and what to do.</summary>
    public async Task<(CleanPicture? Picture, LocalizedText? Refusal)> CleanAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Clean(file.Span), cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private static (CleanPicture? Picture, LocalizedText? Refusal) Clean(ReadOnlySpan<byte> file)
    {
        var isPng = PngPicture.Is(file);
        if (file.IsEmpty || file.Length > LargestBytes)
        {
            return (null, file.IsEmpty ? PlanWords.NoFile : PlanWords.TooManyBytes);
        }

        if (!isPng && !PictureFormat.IsJpeg(file))
        {
            return (null, PlanFormats.Refusal(file));
        }

        try
        {
            return Measure(file, isPng) is { } refusal ? (null, refusal) : (Encode(Decode(file, isPng)), null);
        }
        catch (Exception error) when (error is JpegException or InvalidDataException)
        {
            return (null, error is JpegException { Fault: JpegFault.Unsupported } ? PlanWords.Unsupported : PlanWords.Damaged);
        }
    }

    /// <summary>Looks at what the file declares before a single pixel is unpacked.</summary>
    private static LocalizedText? Measure(ReadOnlySpan<byte> file, bool isPng)
    {
        int width, height;
        if (isPng)
        {
            var header = PngHeader.Read(file);
            if (header.IsInterlaced)
            {
                return PlanWords.Interlaced;
            }

            (width, height) = (header.Width, header.Height);
        }
        else
        {
            var header = JpegCodec.ReadHeader(file, new JpegLimits(LargestBytes, int.MaxValue, int.MaxValue));
            (width, height) = (header.Width, header.Height);
        }

        return width < ShortestSide || height < ShortestSide ? PlanWords.TooSmall(width, height)
            : width > LongestSide || height > LongestSide || (long)width * height > MostPixels ? PlanWords.TooManyPixels(width, height)
            : null;
    }

    private static BgrImage Decode(ReadOnlySpan<byte> file, bool isPng) => isPng
        ? PngPicture.Decode(file, MostPixels)
        : JpegCodec.DecodeUpright(file, KeptSide, new JpegLimits(LargestBytes, LongestSide, MostPixels));

    private static CleanPicture Encode(BgrImage picture)
    {
        var kept = PictureShrink.To(picture, KeptSide);
        return new CleanPicture(JpegCodec.Encode(kept, Quality), kept.Width, kept.Height);
    }
}
