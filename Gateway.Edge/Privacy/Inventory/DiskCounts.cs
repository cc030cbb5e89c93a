using Gateway.Drivers.Configuration;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>What lies on the disk as files: media, and the rings of cameras that record.</summary>
internal sealed class DiskCounts(JournalPaths paths, HardwareFile? hardware = null)
{
    /// <summary>Media that are kept.</summary>
    public int Media => Directory.Exists(paths.Media) ? Directory.EnumerateFiles(paths.Media, "*", SearchOption.AllDirectories).Count() : 0;

    /// <summary>Folders of damaged files that were set aside: what is in them is beyond any erasure.</summary>
    public IReadOnlyList<string> SetAside => [.. Directory.EnumerateFileSystemEntries(paths.Root).Select(path => Path.GetFileName(path)).Where(name => name.Contains(".damaged", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>How long each camera that records keeps its video.</summary>
    public IReadOnlyList<TimeSpan> Rings =>
    [
        .. (hardware?.Devices ?? []).Select(device => device switch
        {
            FaceGateDescription gate => gate.Camera,
            FallingObjectCameraDescription facade => facade.Camera,
            VehicleBarrierDescription barrier => barrier.Camera,
            _ => null,
        }).Select(camera => camera?.Settings.Recording?.Keep).OfType<TimeSpan>(),
    ];
}
