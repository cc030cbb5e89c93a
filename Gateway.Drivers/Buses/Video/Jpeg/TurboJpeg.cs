using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>
/// libjpeg-turbo's TurboJPEG 2 API (libturbojpeg.so.0). A handle is used by one thread at a time; making one costs microseconds, so each
/// call makes its own.
/// </summary>
internal sealed partial class TurboJpeg : SafeHandleZeroOrMinusOneIsInvalid
{
    private const string Library = "libturbojpeg.so.0";
    private const int BgrPixels = 1;
    private const int Subsampling420 = 2;
    private const int NoReallocation = 1024;
    private const int AccurateDct = 4096;

    /// <summary>Cut-short bodies are reported as warnings; a half-grey face must never be enrolled or matched.</summary>
    private const int StopOnWarning = 8192;

    /// <summary>At most 500 scans: a progressive file of thousands of empty scans is another kind of bomb.</summary>
    private const int LimitScans = 32768;

    public TurboJpeg()
        : base(ownsHandle: true)
    {
    }

    /// <summary>A decoder.</summary>
    public static TurboJpeg Decoder() => Checked(InitDecompress);

    /// <summary>An encoder.</summary>
    public static TurboJpeg Encoder() => Checked(InitCompress);

    /// <summary>Declared sides. Answers even where the header is cut short, then with zero sides.</summary>
    public unsafe (int Width, int Height) ReadHeader(ReadOnlySpan<byte> jpeg)
    {
        fixed (byte* bytes = jpeg)
        {
            var failed = DecompressHeader3(this, bytes, (nuint)jpeg.Length, out var width, out var height, out _, out _) != 0;
            return failed ? throw Fault("its header cannot be read") : (width, height);
        }
    }

    /// <summary>Decodes to BGR at sides which libjpeg-turbo can scale to.</summary>
    public unsafe void Decode(ReadOnlySpan<byte> jpeg, Span<byte> pixels, int width, int height)
    {
        Require(pixels.Length, (long)width * height * 3);
        fixed (byte* bytes = jpeg)
        fixed (byte* target = pixels)
        {
            if (Decompress2(this, bytes, (nuint)jpeg.Length, target, width, width * 3, height, BgrPixels, StopOnWarning | LimitScans | AccurateDct) != 0)
            {
                throw Fault("it is cut short or corrupt");
            }
        }
    }

    /// <summary>Most bytes that <see cref="Encode"/> can write for a picture of these sides.</summary>
    public static int BufferSize(int width, int height) => checked((int)BufSize(width, height, Subsampling420));

    /// <summary>Encodes BGR rows at 4:2:0; returns the bytes written.</summary>
    public unsafe int Encode(ReadOnlySpan<byte> pixels, int width, int stride, int height, int quality, Span<byte> jpeg)
    {
        Require(jpeg.Length, BufferSize(width, height));
        Require(pixels.Length, ((long)stride * (height - 1)) + ((long)width * 3));
        fixed (byte* source = pixels)
        fixed (byte* target = jpeg)
        {
            var buffer = target;
            var size = (nuint)jpeg.Length;
            if (Compress2(this, source, width, stride, height, BgrPixels, &buffer, &size, Subsampling420, quality, NoReallocation) != 0)
            {
                throw Fault("it cannot be written");
            }

            return (int)size;
        }
    }

    protected override bool ReleaseHandle() => Destroy(handle) == 0;

    private static TurboJpeg Checked(Func<TurboJpeg> make)
    {
        try
        {
            var made = make();
            return made.IsInvalid ? throw new JpegException(JpegFault.Library, "libjpeg-turbo could not start: out of memory.") : made;
        }
        catch (DllNotFoundException error)
        {
            throw new JpegException(JpegFault.Library, $"{Library} is missing: install the Debian package libturbojpeg0. ({error.Message})");
        }
    }

    /// <summary>The native side trusts lengths; this is where they are proven.</summary>
    private static void Require(long length, long needed)
    {
        if (length < needed)
        {
            throw new InvalidOperationException($"A buffer of {length} bytes was given where {needed} are needed.");
        }
    }

    private JpegException Fault(string what)
    {
        var words = Marshal.PtrToStringUTF8(GetErrorStr2(this)) ?? "no reason given";
        var fault = words.Contains("color conversion", StringComparison.OrdinalIgnoreCase) || words.Contains("Unsupported", StringComparison.OrdinalIgnoreCase)
            ? JpegFault.Unsupported
            : JpegFault.Damaged;
        return new JpegException(fault, $"The JPEG picture is not usable: {what} (libjpeg-turbo: {words}).");
    }

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    private static partial TurboJpeg InitDecompress();

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    private static partial TurboJpeg InitCompress();

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Destroy(IntPtr handle);

    [LibraryImport(Library, EntryPoint = "tjBufSize")]
    private static partial nuint BufSize(int width, int height, int subsampling);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial IntPtr GetErrorStr2(TurboJpeg handle);

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    private static unsafe partial int DecompressHeader3(
        TurboJpeg handle, byte* jpeg, nuint size, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    private static unsafe partial int Decompress2(
        TurboJpeg handle, byte* jpeg, nuint size, byte* pixels, int width, int pitch, int height, int pixelFormat, int flags);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    private static unsafe partial int Compress2(
        TurboJpeg handle, byte* pixels, int width, int pitch, int height, int pixelFormat, byte** jpeg, nuint* size, int subsampling, int quality, int flags);
}
