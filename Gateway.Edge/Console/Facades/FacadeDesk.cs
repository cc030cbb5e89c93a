using System.Text;
using Gateway.Drivers;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.Facades;

/// <summary>The facade cameras, what the hardware file says of them, and the way to change it. Safe for several threads.</summary>
internal sealed class FacadeDesk(IDeviceDirectory devices, IOptions<DriversOptions> options, IConfiguration configuration, TimeProvider time)
{
    /// <summary>Kind of the devices that this is about, as in the hardware file.</summary>
    public const string Kind = "falling-object-camera";

    private readonly FacadeWriter _writer = new(options.Value.HardwareFile, name => configuration[name], time);

    /// <summary>Every facade camera, in the order of the hardware file.</summary>
    public IReadOnlyList<FacadeLine> Lines()
    {
        var lines = DeviceLines.Of(devices).ToDictionary(line => line.Id, StringComparer.Ordinal);
        return [.. devices.Hardware.Devices.OfType<FallingObjectCameraDescription>()
            .Where(camera => lines.ContainsKey(camera.Id.Value))
            .Select(camera => new FacadeLine(
                lines[camera.Id.Value], FacadeTexts.Summary(camera.Facade), FacadeVerdict.Of(FacadeFit.Of(camera.Facade, camera.Camera.Settings.Height))))];
    }

    /// <summary>The camera that stands; null where there is none of that id.</summary>
    public IFallingObjectCamera? Camera(string id) => devices.Of<IFallingObjectCamera>().FirstOrDefault(camera => camera.Id.Value == id);

    /// <summary>What the page begins with; null where there is no such camera.</summary>
    public FacadeSheet? Sheet(string id)
    {
        if (Description(id) is not { } camera)
        {
            return null;
        }

        var (width, height) = (camera.Camera.Settings.Width, camera.Camera.Settings.Height);
        try
        {
            var section = _writer.Read(camera.Id);
            return new FacadeSheet(id, camera.Name.Localized(), width, height, section.Text ?? "{}", section.Print, FileFault: null);
        }
        catch (HardwareEditException fault)
        {
            return new FacadeSheet(id, camera.Name.Localized(), width, height, camera.Facade.Canonical, "", fault.Words.Localized());
        }
    }

    /// <summary>How the camera stands now.</summary>
    public FacadeStanding Standing(string id)
    {
        var line = DeviceLines.Of(devices).FirstOrDefault(line => line.Id == id);
        if (Description(id) is not { } camera)
        {
            return new FacadeStanding(line, InForce: null);
        }

        try
        {
            var section = _writer.Read(camera.Id).Text ?? "{}";
            var draft = FacadeDraft.Read(Encoding.UTF8.GetBytes(section), camera.Camera.Settings.Height);
            return new FacadeStanding(line, draft.Facade?.Canonical == camera.Facade.Canonical);
        }
        catch (HardwareEditException)
        {
            return new FacadeStanding(line, InForce: null);
        }
    }

    /// <summary>Checks a section for a camera; null where there is no such camera.</summary>
    public (FacadeDraft Draft, int Rows)? Check(string id, ReadOnlySpan<byte> section) =>
        Description(id) is { } camera ? (FacadeDraft.Read(section, camera.Camera.Settings.Height), camera.Camera.Settings.Height) : null;

    /// <inheritdoc cref="FacadeWriter.Prepare"/>
    public HardwareEdit Prepare(string id, FacadeDraft draft, string print) => _writer.Prepare(new DeviceId(id), draft, print);

    /// <summary>The device's text as it stands in the file now.</summary>
    /// <exception cref="HardwareEditException">The file cannot be read.</exception>
    public string Print(string id) => _writer.Read(new DeviceId(id)).Print;

    private FallingObjectCameraDescription? Description(string id) =>
        devices.Hardware.Devices.OfType<FallingObjectCameraDescription>().FirstOrDefault(camera => camera.Id.Value == id);
}
