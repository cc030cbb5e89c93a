using Gateway.Edge.Alerts.Sos;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>Lamps that remember what they were to show, or fail.</summary>
internal sealed class FakeLamps : IAlarmLamps
{
    public List<(string Device, string Press)> Shown { get; } = [];

    /// <summary>What showing fails with; null when it works.</summary>
    public Exception? Fault { get; set; }

    public ValueTask ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return ValueTask.FromException(Fault);
        }

        Shown.Add((device, press));
        return ValueTask.CompletedTask;
    }
}
