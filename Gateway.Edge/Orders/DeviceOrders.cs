using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Gateway.Edge.Orders;

/// <summary>
/// Carries an order out, puts it on record with its outcome, and only then answers. An order outlives the request that gave it: whoever
/// presses Ctrl-C has given it all the same. Safe for several threads.
/// </summary>
internal sealed class DeviceOrders(IJournal journal, TimeProvider time, ILogger<DeviceOrders> logger)
{
    /// <summary>A relay answers within seconds; a person does not wait longer for one that hangs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Gives the order and answers with what the device said, or with the problem.</summary>
    public async Task<Results<JsonHttpResult<OrderAnswer>, ProblemHttpResult>> GiveAsync(
        DeviceOrder order, Func<CancellationToken, ValueTask<OrderAnswer>> deed)
    {
        var (answer, status, unrecorded) = await CarryOutAsync(order, deed);
        return unrecorded is not null
            ? TypedResults.Problem($"{answer.Words.En} This could not be put on record: {unrecorded}", statusCode: StatusCodes.Status503ServiceUnavailable)
            : status == StatusCodes.Status200OK ? TypedResults.Json(answer) : TypedResults.Problem(answer.Words.En, statusCode: status);
    }

    /// <summary>Gives the order and puts it on record; never throws for what the device or the journal does.</summary>
    public async Task<GivenOrder> CarryOutAsync(DeviceOrder order, Func<CancellationToken, ValueTask<OrderAnswer>> deed)
    {
        var (answer, status) = await TryAsync(deed);
        var outcome = status != StatusCodes.Status200OK ? CommandOutcome.Failed : answer.Done ? CommandOutcome.Done : CommandOutcome.Refused;
        try
        {
            var audit = new DeviceOrderAudit(
                DeviceOrderAudit.Ordered, order.Device, order.Order, order.Outlet, order.By, order.Why, outcome, answer.Code, answer.Words);
            await journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.Normal, order.Device, audit), CancellationToken.None);
        }
        catch (JournalUnavailableException error)
        {
            OrderLog.NotRecorded(logger, order.Device, order.Order, order.By, answer.Code, error);
            return new GivenOrder(answer, status, error.Message);
        }

        OrderLog.Ordered(logger, order.Device, order.Order, order.By, answer.Code);
        return new GivenOrder(answer, status, Unrecorded: null);
    }

    private async Task<(OrderAnswer Answer, int Status)> TryAsync(Func<CancellationToken, ValueTask<OrderAnswer>> deed)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return (await deed(patience.Token).AsTask().WaitAsync(patience.Token), StatusCodes.Status200OK);
        }
        catch (DeviceFaultException error)
        {
            // The drivers' faults are in English alone.
            return (Failed("device-fault", $"设备未执行：{error.Message}", error.Message), StatusCodes.Status502BadGateway);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return (
                Failed(
                    "no-answer",
                    $"设备在 {Patience.TotalSeconds} 秒内没有应答，命令可能仍会执行：请到现场查看",
                    $"The device has not answered within {Patience.TotalSeconds} s and may still do it: go and look."),
                StatusCodes.Status504GatewayTimeout);
        }
    }

    private static OrderAnswer Failed(string code, string zh, string en) => new(Done: false, code, new LocalizedText(zh, en));
}
