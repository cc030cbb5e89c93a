using Gateway.Drivers.Devices;
using Gateway.Drivers.Devices.Patrols;

namespace Gateway.Edge.Tests.Patrols;

/// <summary>Devices whose states and findings the test sets.</summary>
internal sealed class StandingDevices(TimeProvider time) : IPatrolSubjects
{
    private readonly List<PatrolSubject> _subjects = [];

    public IReadOnlyList<PatrolSubject> Subjects => [.. _subjects];

    public HealthChanged Set(string device, DeviceState state, string? code = null, IPatrolled? check = null)
    {
        var health = new DeviceHealth(
            new DeviceId(device),
            "face-gate",
            state,
            code ?? (state == DeviceState.Online ? "ok" : "camera-stalled"),
            new Wording("画面停止", "The picture stands still"),
            time.GetUtcNow(),
            new Dictionary<string, string>(StringComparer.Ordinal));
        var before = _subjects.FindIndex(subject => subject.Id.Value == device);
        var subject = new PatrolSubject(
            new Wording("东门", "East gate"), device.StartsWith("bus.", StringComparison.Ordinal), health, check ?? (before < 0 ? null : _subjects[before].Check));
        if (before < 0)
        {
            _subjects.Add(subject);
        }
        else
        {
            _subjects[before] = subject;
        }

        return new HealthChanged(health);
    }

    public void Remove(string device) => _subjects.RemoveAll(subject => subject.Id.Value == device);
}
