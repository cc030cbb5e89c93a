using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>A camera of which nothing is recorded, and why.</summary>
internal sealed class NoClips(Wording absent) : IClipSource
{
    /// <summary>For a camera that the hardware file gives no recording.</summary>
    public static NoClips NotConfigured { get; } = new(new(
        "此摄像机没有录像：请在硬件文件的 camera 中加入 \"recording\"",
        "This camera is not recorded: add \"recording\" to its camera in the hardware file"));

    /// <summary>For a camera that exists in software alone.</summary>
    public static NoClips Simulated { get; } = new(new("模拟摄像机没有录像", "A simulated camera has no recording"));

    /// <inheritdoc/>
    public Wording? Absent => absent;

    /// <inheritdoc/>
    public ClipPin Pin(ClipSpan span) => new(ring: null, TimeSpan.Zero, TimeSpan.Zero);

    /// <inheritdoc/>
    public Task<Clip> CutAsync(ClipPin pin, string path, CancellationToken cancellationToken) =>
        Task.FromException<Clip>(new DeviceFaultException(absent.En));
}
