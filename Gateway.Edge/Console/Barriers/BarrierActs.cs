using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Orders;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>
/// Carries out what a guard orders from the page. Every order goes on record with who gave it and why; the lane's own orders are put there
/// by the lane. Safe for several threads.
/// </summary>
internal sealed class BarrierActs(IDeviceDirectory devices, ILaneDesk lanes, LaneDesk raises, DeviceOrders orders)
{
    /// <summary>The act of an address such as <c>let-in</c>; null for any other.</summary>
    public static BarrierAct? Parse(string? path) => path switch
    {
        "let-in" => BarrierAct.LetIn,
        "send-away" => BarrierAct.SendAway,
        "raise" => BarrierAct.Raise,
        "lower" => BarrierAct.Lower,
        "stop" => BarrierAct.Stop,
        "mode" => BarrierAct.Mode,
        _ => null,
    };

    /// <summary>The modes that a person may choose; a fire override is the fire input's alone.</summary>
    public static IReadOnlyList<BarrierMode> Modes { get; } = [BarrierMode.Automatic, BarrierMode.Manual, BarrierMode.HeldUp];

    /// <summary>Does it; never throws for what the device does.</summary>
    /// <param name="barrier">Device id of a barrier that stands.</param>
    /// <param name="act">What.</param>
    /// <param name="vehicle">The vehicle that the guard saw, for <see cref="BarrierAct.LetIn"/> and <see cref="BarrierAct.SendAway"/>.</param>
    /// <param name="mode">The mode to choose, for <see cref="BarrierAct.Mode"/>.</param>
    /// <param name="by">Who, such as <c>console:access-key</c>.</param>
    /// <param name="why">The reason, one line.</param>
    public async Task<ActOutcome> DoAsync(string barrier, BarrierAct act, Guid? vehicle, BarrierMode? mode, string by, string why)
    {
        if (devices.Of<IVehicleBarrier>().FirstOrDefault(known => known.Id.Value == barrier) is not { } device)
        {
            return new ActOutcome(Done: false, BarrierTexts.Gone);
        }

        if (act is BarrierAct.LetIn or BarrierAct.SendAway)
        {
            return await AtVehicleAsync(device.Id, act, vehicle, by, why);
        }

        var reason = new BarrierReason(by, new Wording(why, why));
        var (name, deed) = Deed(device, act, mode, reason);
        var given = await orders.CarryOutAsync(new DeviceOrder(barrier, name, Outlet: null, by, why), async stop => BarrierAnswers.Of(await deed(stop)));
        var words = given.Unrecorded is { } unrecorded ? Fill(BarrierTexts.NotRecorded, given.Answer.Words, unrecorded) : given.Answer.Words;
        return new ActOutcome(given.Answer.Done && given.Unrecorded is null, words);
    }

    private async Task<ActOutcome> AtVehicleAsync(DeviceId barrier, BarrierAct act, Guid? vehicle, string by, string why)
    {
        try
        {
            // An order outlives the request that gave it: whoever closes the page has given it all the same.
            var answer = act == BarrierAct.LetIn
                ? await lanes.LetInAsync(barrier, vehicle, by, why, CancellationToken.None)
                : await lanes.SendAwayAsync(barrier, vehicle, by, why, CancellationToken.None);
            return new ActOutcome(answer.Done, answer.Words);
        }
        catch (DeviceFaultException error)
        {
            // The drivers' faults are in English alone.
            return new ActOutcome(Done: false, Fill(BarrierTexts.Failed, error.Message));
        }
    }

    private (string Name, Func<CancellationToken, ValueTask<BarrierAnswer>> Deed) Deed(
        IVehicleBarrier device, BarrierAct act, BarrierMode? mode, BarrierReason reason) => act switch
    {
        BarrierAct.Raise => ("barrier-raise", stop => raises.RaiseAsync(device, reason, stop)),
        BarrierAct.Lower => ("barrier-lower", stop => device.LowerAsync(reason, stop)),
        BarrierAct.Stop => ("barrier-stop", stop => device.StopAsync(reason, stop)),
        _ => (
            mode switch
            {
                BarrierMode.Automatic => "barrier-mode-automatic",
                BarrierMode.Manual => "barrier-mode-manual",
                BarrierMode.HeldUp => "barrier-mode-held-up",
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Nobody chooses this mode."),
            },
            stop => device.SetModeAsync(mode.Value, reason, stop)),
    };

    private static LocalizedText Fill(LocalizedText text, LocalizedText first, string second) =>
        new(Language.Chinese.Fill(text, first.Zh, second), Language.English.Fill(text, first.En, second));

    private static LocalizedText Fill(LocalizedText text, string value) => new(Language.Chinese.Fill(text, value), Language.English.Fill(text, value));
}
