using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Orders;

namespace Gateway.Edge.Passages.Vehicles;

/// <inheritdoc/>
internal sealed class LaneDesk(LaneInboxes inboxes, TimeProvider time) : ILaneDesk
{
    /// <inheritdoc/>
    public ValueTask<OrderAnswer> LetInAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken) =>
        AskAsync(barrier, (machine, now) => machine.LetIn(vehicle, by, why, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<OrderAnswer> SendAwayAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken) =>
        AskAsync(barrier, (machine, now) => machine.SendAway(vehicle, by, why, now), cancellationToken);

    /// <summary>
    /// Raises the arm for whichever vehicle stands at it, as ordered at the box; the barrier alone is asked where there is no lane, or it does
    /// not answer, or people or a fire hold the arm.
    /// </summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven.</exception>
    public async ValueTask<BarrierAnswer> RaiseAsync(IVehicleBarrier barrier, BarrierReason reason, CancellationToken cancellationToken)
    {
        if (barrier.Mode is BarrierMode.HeldUp or BarrierMode.FireOverride || inboxes.Find(barrier.Id) is null)
        {
            return await barrier.RaiseAsync(reason, cancellationToken);
        }

        var answer = await TellAsync(barrier.Id, (machine, now) => machine.LetIn(id: null, reason.Who, reason.Why.Zh, now), cancellationToken);
        return answer is LaneAnswer.Done ? BarrierAnswer.Done : await barrier.RaiseAsync(reason, cancellationToken);
    }

    private async ValueTask<OrderAnswer> AskAsync(DeviceId barrier, Func<LaneMachine, Moment, LaneAnswer> order, CancellationToken cancellationToken) =>
        await TellAsync(barrier, order, cancellationToken) switch
        {
            LaneAnswer.Done => new(true, "done", new("已执行", "Done.")),
            LaneAnswer.Gone => new(false, "vehicle-gone", new("未执行：该车辆已离开", "Not done: this vehicle has left.")),
            LaneAnswer.NotFirst => new(false, "vehicle-not-first", new(
                "未执行：它前面还有车辆，请先处理前车", "Not done: another vehicle stands before it. See to that one first.")),
            LaneAnswer.AlreadyOpen => new(false, "already-open", new("已经抬杆，无需重复", "The arm is raised for it already.")),
            LaneAnswer.HeldUp => new(false, "held-up", new("未执行：道闸处于常开模式，车辆可直接通过", "Not done: the arm is held up, vehicles pass as they come.")),
            LaneAnswer.Fire => new(false, "fire", new("未执行：消防联动期间道闸保持抬起", "Not done: the arm is held up by the fire override.")),
            LaneAnswer.Silent => new(false, "lane-silent", new(
                "未执行：车道程序没有应答，正在自动恢复。请直接抬杆（gateway barriers raise 或现场按钮），或稍后再试",
                "Not done: the lane does not answer and is being restarted. Raise the arm itself (gateway barriers raise, or the button), or try again shortly.")),
            null => new(false, "no-lane", new("未执行：该道闸没有按车牌放行的车道", "Not done: this barrier has no lane that goes by plates.")),
            var other => throw new InvalidOperationException($"No such answer: {other}."),
        };

    /// <summary>
    /// The lane's answer, once what follows from it has been done; null where there is no lane. What it has not begun in time it never does.
    /// </summary>
    private async ValueTask<LaneAnswer?> TellAsync(DeviceId barrier, Func<LaneMachine, Moment, LaneAnswer> order, CancellationToken cancellationToken)
    {
        if (inboxes.Find(barrier) is not { } inbox)
        {
            return null;
        }

        var answer = LaneAnswer.Silent;
        var ticket = new LaneTicket(time);
        var done = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!inbox.TryPost(new LaneInput((machine, now) => answer = ticket.TryTake() ? order(machine, now) : LaneAnswer.Silent, done)))
        {
            return LaneAnswer.Silent;
        }

        Exception? fault;
        try
        {
            fault = await done.Task.WaitAsync(LaneTicket.Patience, time, cancellationToken);
        }
        catch (TimeoutException) when (ticket.TryVoid())
        {
            return LaneAnswer.Silent;
        }
        catch (TimeoutException)
        {
            // The lane has begun; its relay has a time-out of its own.
            fault = await done.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ticket.TryVoid();
            throw;
        }

        return fault is null ? answer : throw new DeviceFaultException(fault.Message, fault);
    }
}
