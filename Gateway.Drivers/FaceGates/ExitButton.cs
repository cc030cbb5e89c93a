using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>
/// Releases the door at each press of the exit button. A button that stays pressed releases once; one that chatters stops releasing: neither
/// leaves the door open for good.
/// </summary>
internal sealed class ExitButton(DeviceId device, IDigitalInput input, TimeProvider clock)
{
    private const string Part = "exit-button";
    private const int Burst = 10;
    private const double PerSecond = 20.0 / 60;

    /// <summary>Longer than anybody leans on a button, shorter than anybody puts up with one that is stuck.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan QuietAfter = TimeSpan.FromMinutes(1);
    private static readonly Wording Lost = new("出门按钮输入故障，请检查接线", "The exit button's input has failed: check its wiring");
    private static readonly Wording Stuck = new("出门按钮卡住或短路，请检修；松开前不再放行", "The exit button is stuck or shorted: repair it; it releases nothing until it lets go");
    private static readonly Wording Chattering = new("出门按钮频繁跳动，已暂停放行，请检修", "The exit button chatters and releases nothing for now: repair it");
    private static readonly Wording NotReleased = new("按下出门按钮，但门锁继电器未动作，请检查", "The exit button was pressed, but the door relay did not obey: check it");

    private readonly TokenBucket _presses = new(Burst, PerSecond, clock);
    private bool _stuck; // owned by the loop

    /// <summary>Follows the button until cancelled.</summary>
    /// <param name="open">Releases the door.</param>
    /// <param name="reporter">Hears of presses.</param>
    /// <param name="health">Hears of a button that is stuck, chatters or is lost.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(Func<CancellationToken, ValueTask> open, DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken) =>
        GatePart.KeepAsync(Part, ("exit-button-lost", Lost), health, clock, token => FollowAsync(open, reporter, health, token), cancellationToken);

    private async Task FollowAsync(Func<CancellationToken, ValueTask> open, DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        // A level found at the start is no press: nobody knows since when it stands.
        var pressed = input.IsActive;
        await health.FineAsync(Part, cancellationToken);
        while (true)
        {
            var edge = input.ReadEdgeAsync(cancellationToken).AsTask();
            if (!await InTimeAsync(edge, pressed ? StuckAfter : QuietAfter, cancellationToken))
            {
                await (pressed ? DegradeAsync(health, "exit-button-stuck", Stuck, cancellationToken) : health.FineAsync(Part, cancellationToken));
            }

            pressed = (await edge).Active;
            if (pressed)
            {
                await PressAsync(open, reporter, health, cancellationToken);
            }
            else
            {
                await ReleasedAsync(health, cancellationToken);
            }
        }
    }

    private async Task PressAsync(Func<CancellationToken, ValueTask> open, DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        if (!_presses.TryTake())
        {
            await DegradeAsync(health, "exit-button-chatters", Chattering, cancellationToken);
            return;
        }

        try
        {
            await open(cancellationToken);
        }
        catch (DeviceFaultException)
        {
            await DegradeAsync(health, "exit-not-released", NotReleased, cancellationToken);
            return;
        }

        await reporter.ObserveAsync(new ExitPressed(device, clock.GetUtcNow()), cancellationToken);
        await health.FineAsync(Part, cancellationToken);
    }

    private ValueTask ReleasedAsync(GateHealth health, CancellationToken cancellationToken)
    {
        var was = _stuck;
        _stuck = false;
        return was ? health.FineAsync(Part, cancellationToken) : ValueTask.CompletedTask;
    }

    private ValueTask DegradeAsync(GateHealth health, string code, Wording words, CancellationToken cancellationToken)
    {
        _stuck = code == "exit-button-stuck";
        return health.SetAsync(Part, DeviceState.Degraded, code, words, details: null, cancellationToken);
    }

    private async Task<bool> InTimeAsync(Task edge, TimeSpan within, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(edge, Task.Delay(within, clock, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        return first == edge;
    }
}
