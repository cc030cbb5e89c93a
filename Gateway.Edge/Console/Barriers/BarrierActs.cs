using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Alerts.Barriers;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Orders;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>
/// Carries out what a guard orders from the page. Every order is on record, with who gave it and why, before it is answered. Safe for several
/// threads.
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
    /// <param name="by">Who, such as <c>console:wang, 192.168.1.20</c>.</param>
    /// <param name="why">The reason, one line.</param>
    public async Task<ActOutcome> DoAsync(string barrier, BarrierAct act, Guid? vehicle, BarrierMode? mode, string by, string why)
    {
        if (devices.Of<IVehicleBarrier>().FirstOrDefault(known => known.Id.Value == barrier) is not { } device)
        {
            return new ActOutcome(Done: false, BarrierTexts.Gone);
        }

        var (name, deed) = Deed(device, act, vehicle, mode, by, why);
        var given = await orders.CarryOutAsync(new DeviceOrder(barrier, name, Outlet: null, by, why), deed);
        var words = given.Unrecorded is { } unrecorded ? Fill(BarrierTexts.NotRecorded, given.Answer.Words, unrecorded) : given.Answer.Words;
        return new ActOutcome(given.Answer.Done && given.Unrecorded is null, words);
    }

    private (string Name, Func<CancellationToken, ValueTask<OrderAnswer>> Deed) Deed(
        IVehicleBarrier device, BarrierAct act, Guid? vehicle, BarrierMode? mode, string by, string why)
    {
        if (act == BarrierAct.LetIn)
        {
            return ("vehicle-let-in", stop => lanes.LetInAsync(device.Id, vehicle, by, why, stop));
        }

        if (act == BarrierAct.SendAway)
        {
            return ("vehicle-send-away", stop => lanes.SendAwayAsync(device.Id, vehicle, by, why, stop));
        }

        var (name, deed) = Deed(device, act, mode, new BarrierReason(by, new Wording(why, why)));
        return (name, async stop => BarrierAnswers.Of(await deed(stop)));
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
}
