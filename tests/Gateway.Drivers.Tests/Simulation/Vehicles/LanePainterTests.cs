using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Tests.Simulation.Vehicles;

public sealed class LanePainterTests : IDisposable
{
    private const int Width = 640;
    private const int Height = 360;
    private readonly FakeTimeProvider _clock = new();
    private readonly SimulatedBarrier _barrier;
    private readonly ListLogger<LanePlates> _logger = new();

    public LanePainterTests()
    {
        _barrier = new SimulatedBarrier(_clock);
        _barrier.Traffic.Watch(static () => { });
    }

    public void Dispose() => _barrier.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task Waiting_vehicle_stands_before_the_empty_lane_with_its_plate()
    {
        await PlateGlyphs.SharedAsync();
        var (empty, with) = Pictures(PlateGlyphs.SharedAsync(), "京A12345");
        Assert.InRange(Different(empty, with), Width * Height / 8, Width * Height);
        Assert.True(BluePixels(with) > BluePixels(empty) + 1000);
        Assert.Empty(_logger.Text);
    }

    [Fact]
    public void Without_a_font_vehicles_come_with_blank_plates_and_the_package_is_named()
    {
        var fault = Task.FromException<PlateGlyphs>(new DeviceFaultException("apt install fonts-noto-cjk"));
        var (empty, with) = Pictures(fault, "京A12345");
        Assert.InRange(Different(empty, with), Width * Height / 8, Width * Height);
        Assert.True(BluePixels(with) < BluePixels(empty) + 200);
        Assert.Contains("apt install fonts-noto-cjk", _logger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plates_that_are_still_being_made_keep_nobody_waiting()
    {
        var (empty, with) = Pictures(new TaskCompletionSource<PlateGlyphs>().Task, "京A12345");
        Assert.NotEqual(0, Different(empty, with));
        Assert.Empty(_logger.Text);
    }

    private (byte[] Empty, byte[] With) Pictures(Task<PlateGlyphs> glyphs, string plate)
    {
        var painter = new LanePainter(_barrier.Traffic, new LanePlates(glyphs, _logger));
        var empty = new byte[Width * Height * 3];
        painter.Background(new PaintTarget(empty, Width, Height), seed: 5);
        _barrier.Traffic.Come(new SimulatedVehicle(VehicleLook.Of(PlateDesign.Of(plate)) with { Paint = new(200, 200, 200) }));
        _clock.Advance(TimeSpan.FromSeconds(8));
        var with = empty.ToArray();
        painter.Vehicles(new PaintTarget(with, Width, Height));
        Assert.True(painter.IsBusy);
        return (empty, with);
    }

    private static int Different(byte[] a, byte[] b) => Enumerable.Range(0, Width * Height).Count(i => a[i * 3] != b[i * 3]);

    private static int BluePixels(byte[] picture) => Enumerable.Range(0, Width * Height).Count(i => picture[i * 3] > picture[(i * 3) + 2] + 80);
}
