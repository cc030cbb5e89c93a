using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>Follows the fire input: while it is active the door stands released, whatever else happens.</summary>
internal sealed class FireInput(DeviceId device, IDigitalInput input, TimeProvider clock)
{
    private const string Part = "fire";
    private static readonly Wording NotObeyed = new("消防联动已触发，但门锁继电器未动作，请立即查看", "The fire input has changed, but the door relay did not obey: look at once");
    private bool? _told; // null before the first state; owned by the loop, like the next; survives its faults, so that a change is told once
    private bool? _driven = false; // how the relay stands; null while nobody knows, because the loop ended on the way

    /// <summary>Follows until cancelled.</summary>
    /// <param name="stand">Keeps the door released, or ends that; comes to an end by itself.</param>
    /// <param name="reporter">Hears of changes.</param>
    /// <param name="health">Hears that the input is lost.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(Func<bool, ValueTask> stand, DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken) =>
        GatePart.KeepAsync(
            Part,
            ("fire-input-lost", new Wording("消防联动输入故障，火警时门可能不会自动释放，请检查接线", "The fire input has failed: the door may not be released in a fire. Check its wiring")),
            health,
            clock,
            token => FollowAsync(stand, reporter, health, token),
            cancellationToken);

    private async Task FollowAsync(Func<bool, ValueTask> stand, DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        var active = input.IsActive;
        await health.FineAsync(Part, cancellationToken);
        while (true)
        {
            if (active != _driven)
            {
                _driven = null;
                await DriveAsync(stand, active, health, cancellationToken);
                _driven = active;
            }

            if (active != _told)
            {
                // Told even where the relay does not obey: people must come and look.
                await reporter.ObserveAsync(Telling(active), cancellationToken);
                _told = active;
            }

            active = (await input.ReadEdgeAsync(cancellationToken)).Active;
        }
    }

    private Observation Telling(bool active) =>
        active || _told is not null ? new FireRelease(device, clock.GetUtcNow(), active) : new FireInputAtRest(device, clock.GetUtcNow());

    private static async ValueTask DriveAsync(
        Func<bool, ValueTask> stand, bool active, GateHealth health, CancellationToken cancellationToken)
    {
        try
        {
            await stand(active);
            await health.FineAsync(Part, cancellationToken);
        }
        catch (DeviceFaultException error)
        {
            // The relay goes on being driven by itself.
            Dictionary<string, string> details = new(StringComparer.Ordinal) { ["message"] = error.Message };
            await health.SetAsync(Part, DeviceState.Degraded, "fire-not-obeyed", NotObeyed, details, cancellationToken);
        }
    }
}
