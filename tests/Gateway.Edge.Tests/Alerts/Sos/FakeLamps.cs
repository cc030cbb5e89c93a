using Gateway.Edge.Alerts.Sos;

namespace Gateway.Edge.Tests.Alerts.Sos;

/// <summary>Lamps that remember what they were to show, or fail.</summary>
internal sealed class FakeLamps : IAlarmLamps
{
    public List<(string Device, string Press)> Shown { get; } = [];

    /// <summary>What showing fails with; null when it works.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Whether the press is over.</summary>
    public bool IsOver { get; set; }

    public ValueTask<bool> ShowAcknowledgedAsync(string device, string press, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            return ValueTask.FromException<bool>(Fault);
        }

        if (!IsOver)
        {
            Shown.Add((device, press));
        }

        return ValueTask.FromResult(!IsOver);
    }
}
