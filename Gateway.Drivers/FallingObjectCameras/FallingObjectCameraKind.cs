using System.Text.Json;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A camera that looks up at a facade, with the part to watch and how it stands.</summary>
internal sealed class FallingObjectCameraKind : DeviceKind<FallingObjectCameraDescription>
{
    public const string Name = "falling-object-camera";

    /// <summary>The least that anything falling can be told from noise in.</summary>
    private const int LeastWidth = 160;

    private const int LeastHeight = 120;

    private static readonly string[] Scales = ["full", "half"];

    /// <summary>What cameras of this kind commonly send, all of it.</summary>
    private static readonly VideoSettings Usual = new() { Url = "", Width = 1280, Height = 720, FramesPerSecond = VideoSettings.EveryFrame };

    private static readonly CameraDescription NoCamera = new(Usual, Secret: null);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var camera = context.Camera(section, otherwise: Usual) ?? NoCamera;
        RefuseRegion(section, context);
        return new FallingObjectCameraDescription(
            head, camera, FacadeReader.Read(section, camera.Settings.Height, context), Scale(section, camera.Settings, context));
    }

    /// <inheritdoc/>
    protected override IDevice Build(FallingObjectCameraDescription camera, DriverParts parts) =>
        new FallingObjectCamera(camera, parts.FacadeCamera(camera.Camera, camera.Analysis, camera.Facade.Calibration));

    /// <summary>A part stretched to width x height would no longer have square pixels, which heights and accelerations are measured in.</summary>
    private static void RefuseRegion(JsonSection section, HardwareContext context)
    {
        if (section.Peek("camera") == JsonTokenType.StartObject && section.Section("camera") is { } camera && camera.Peek("region") is not null)
        {
            context.Fault(
                camera,
                "region",
                "高空抛物摄像机总是分析整幅画面，不能只取一部分：请删除此项，改用 facade.region 圈出要监视的立面",
                "all of a falling-object camera's picture is analysed, never a part cut out of it: remove this and mark the facade to watch with facade.region");
        }
    }

    private static AnalysisScale Scale(JsonSection section, VideoSettings camera, HardwareContext context)
    {
        var usual = Scales[(int)AnalysisScales.For(camera.Height)];
        var scale = (AnalysisScale)Math.Max(0, Array.IndexOf(Scales, context.OneOf(section, "analysis", Scales, usual)));
        var (width, height) = scale.Of(camera.Width, camera.Height);
        if (width < LeastWidth || height < LeastHeight)
        {
            context.Fault(
                section,
                "analysis",
                $"分析画面为 {width}×{height}，至少需要 {LeastWidth}×{LeastHeight}：请增大 camera 的 width 和 height，或设 analysis 为 full",
                $"{width} x {height} pixels would be analysed, at least {LeastWidth} x {LeastHeight} are needed: enlarge the camera's width and height or set analysis to full");
        }

        return scale;
    }
}
