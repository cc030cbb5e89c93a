using System.Threading.Channels;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Tests.Alerts.Sos;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>A camera before a tower whose frames and clips are what the test says.</summary>
internal sealed class FacadeCamera(string id = "tower-1", bool records = true) : IFallingObjectCamera, ILumaSource
{
    public const int PictureWidth = 320;
    public const int PictureHeight = 180;

    private readonly Channel<LumaFrame> _frames = Channel.CreateUnbounded<LumaFrame>();
    private long _number;

    public DeviceId Id { get; } = new(id);

    public Wording Name { get; } = new("1 号楼南立面", "Tower 1, south facade");

    /// <summary>Its ring.</summary>
    public RecordedCamera Ring { get; } = new(id) { Absent = records ? null : new Wording("模拟摄像机没有录像", "A simulated camera has no recording") };

    public IClipSource Clips => Ring;

    public SitePosition? Position => null;

    public ILumaSource Frames => this;

    public Facade Facade { get; } = new(
        new ImagePolygon([new(0.1, 0), new(0.9, 0), new(0.9, 1), new(0.1, 1)]), [], Falls.Tower, Columns: 6);

    public int Width => PictureWidth;

    public int Height => PictureHeight;

    public long Dropped { get; set; }

    /// <summary>Frames that were given back.</summary>
    public int GivenBack { get; private set; }

    /// <summary>Shows a grey frame.</summary>
    public void Show(TimeSpan at, DateTimeOffset arrives, byte grey = 128, bool repeats = false)
    {
        var pixels = new byte[Width * Height];
        Array.Fill(pixels, grey);
        _number++;
        _frames.Writer.TryWrite(new LumaFrame(pixels, Width, Height, _number, at, arrives, _ => GivenBack++) { Repeats = repeats });
    }

    public ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken) => _frames.Reader.ReadAsync(cancellationToken);

    public Task<BgrImage> StillAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public void SetReferencePicture() => throw new NotSupportedException();
}
