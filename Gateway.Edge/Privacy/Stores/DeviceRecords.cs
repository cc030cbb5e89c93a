using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>Gates and terminals: those that ask the gateway for each face hold none; a terminal's own list of faces is beyond its reach.</summary>
internal sealed class DeviceRecords(IFaceGallery gallery, IGrantDevices devices, TimeProvider clock, Drivers.Devices.IDeviceDirectory? directory = null) : IPersonStore
{
    private static readonly LocalizedText s_asks = new("每次刷脸都询问网关，自身不存人脸：从此刻起不再认识此人", "asks the gateway at each face and holds none itself: it does not know the person from here on");

    private static readonly LocalizedText s_byHand = new(
        "一体机可能另有自己的人脸名单，网关无法删除：请在该机上查找并手工删除", "may have a list of faces of its own, which the gateway cannot erase: look the person up there and delete them by hand");

    /// <inheritdoc/>
    public string Name => "devices";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("门禁设备", "Gates");

    /// <inheritdoc/>
    public LocalizedText? Stays => Terminals.Count == 0 ? null : new(
        $"一体机（{string.Join("、", Terminals)}）自己的人脸名单需在机上手工删除。", $"Lists of faces that the terminals ({string.Join(", ", Terminals)}) keep themselves have to be erased there by hand.");

    private HashSet<string> Terminals => [.. directory?.Of<ITerminalGate>().Select(gate => gate.Id.Value) ?? []];

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken) => Task.FromResult(StoreContent.Nothing);

    /// <inheritdoc/>
    public Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var inGallery = gallery.Remove(subject.Id) ? 1 : 0;
        var (now, terminals) = (clock.GetUtcNow(), Terminals);
        var words = devices.All.Select(device => device.Device).Order(StringComparer.Ordinal)
            .Select(device => terminals.Contains(device) ? new DeviceWord(device, null, s_byHand) : new DeviceWord(device, now, s_asks));
        return Task.FromResult(new StoreErasure([new(new LocalizedText("内存中的人脸", "Faces in memory"), inGallery)], [], Stays, [.. words], []));
    }
}
