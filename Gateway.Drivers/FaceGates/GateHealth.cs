using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>One state for a gate of several parts: that of the part that is worst off. Safe for several threads.</summary>
internal sealed class GateHealth(DeviceReporter reporter) : IDisposable
{
    private static readonly Dictionary<string, string> NoDetails = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1); // guards _parts and keeps reports in order
    private readonly SortedDictionary<string, Part> _parts = new(StringComparer.Ordinal);

    /// <summary>A part's present state.</summary>
    public async ValueTask SetAsync(
        string part, DeviceState state, string code, Wording reason, IReadOnlyDictionary<string, string>? details, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _parts[part] = new Part(state, code, reason, details ?? NoDetails);

            // The first of several that are equally bad; the camera's name comes before the others'.
            var worst = _parts.Values.MaxBy(known => Severity(known.State))!;
            var others = string.Join(", ", _parts.Values.Where(known => known.State == DeviceState.Degraded && known != worst).Select(known => known.Code));
            var told = others.Length == 0 ? worst.Details : new Dictionary<string, string>(worst.Details, StringComparer.Ordinal) { ["also"] = others };
            await reporter.HealthAsync(worst.State, worst.Code, worst.Reason, told, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>A part works.</summary>
    public ValueTask FineAsync(string part, CancellationToken cancellationToken) =>
        SetAsync(part, DeviceState.Online, "ok", new Wording("运行正常", "Working"), details: null, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private static int Severity(DeviceState state) => state switch
    {
        DeviceState.Online => 0,
        DeviceState.Connecting => 1,
        DeviceState.Degraded => 2,
        DeviceState.Offline => 3,
        _ => 4,
    };

    private sealed record Part(DeviceState State, string Code, Wording Reason, IReadOnlyDictionary<string, string> Details);
}
