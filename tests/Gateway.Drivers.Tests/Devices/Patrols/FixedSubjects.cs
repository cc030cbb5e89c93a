using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Drivers.Tests.Devices.Patrols;

/// <summary>Devices that stand in a state for a patrol to find.</summary>
internal sealed class FixedSubjects : IPatrolSubjects
{
    private readonly List<PatrolSubject> _subjects = [];

    public IReadOnlyList<PatrolSubject> Subjects => _subjects;

    public static DeviceHealth Health(string device, DeviceState state, DateTimeOffset since) => new(
        new DeviceId(device), "face-gate", state, state == DeviceState.Online ? "ok" : "camera-stalled", new Wording("原因", "The cause"), since, new Dictionary<string, string>(StringComparer.Ordinal));

    public void Add(
        string device, DeviceState state = DeviceState.Online, DateTimeOffset since = default, IPatrolled? check = null, bool isBus = false) =>
        _subjects.Add(new PatrolSubject(new Wording(device, device), isBus, Health(device, state, since), check));
}
