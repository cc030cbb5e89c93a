using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>Keeps an optional part of a gate running beside the others: its fault degrades the gate and is tried again.</summary>
internal static class GatePart
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    /// <summary>Runs until cancelled.</summary>
    /// <param name="part">Its name among the parts.</param>
    /// <param name="fault">Code and words while it does not work.</param>
    /// <param name="health">Where it says so.</param>
    /// <param name="clock">The clock of the pauses.</param>
    /// <param name="run">Runs it once; any <see cref="DeviceFaultException"/> is a fault.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task KeepAsync(
        string part, (string Code, Wording Words) fault, GateHealth health, TimeProvider clock, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await run(cancellationToken);
            }
            catch (DeviceFaultException error)
            {
                Dictionary<string, string> details = new(StringComparer.Ordinal) { ["message"] = error.Message };
                await health.SetAsync(part, DeviceState.Degraded, fault.Code, fault.Words, details, cancellationToken);
            }

            await Task.Delay(Retry, clock, cancellationToken);
        }
    }
}
