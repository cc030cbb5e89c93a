using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// Answers a terminal's questions. Whatever goes wrong, late or without anybody to decide, the answer is no: the terminal tells the person
/// so, and other means of passing remain. Safe for several threads.
/// </summary>
internal sealed class RemoteChecks(IsapiDoor door, TimeSpan within, TimeProvider clock, ILogger logger)
{
    /// <summary>Questions under way at once; a terminal has one door, more are a fault or a flood.</summary>
    private const int Most = 4;

    private int _underWay;
    private volatile IRemoteCheck? _decides;
    private long _unanswered;

    /// <summary>Questions that no answer reached, or that were one too many.</summary>
    public long Unanswered => Interlocked.Read(ref _unanswered);

    /// <summary>Names who decides; null for nobody.</summary>
    public void AnswerWith(IRemoteCheck? check) => _decides = check;

    /// <summary>Has a question answered; returns at once.</summary>
    public void Ask(TerminalEvent question)
    {
        if (Interlocked.Increment(ref _underWay) > Most)
        {
            Interlocked.Decrement(ref _underWay);
            Interlocked.Increment(ref _unanswered);
            return;
        }

        _ = Task.Run(() => AnswerAsync(question));
    }

    private async Task AnswerAsync(TerminalEvent question)
    {
        var (decides, opened) = (_decides, false);
        try
        {
            var pass = await DecideAsync(decides, question);
            using var late = new CancellationTokenSource(within, clock);
            var status = await door.AnswerAsync(question.Serial, pass, late.Token);
            if (!status.Ok)
            {
                throw new DeviceFaultException($"The terminal did not take the answer: {status.Words}.");
            }

            opened = pass;
        }
#pragma warning disable CA1031 // A boundary: nobody is above this task, and the terminal takes silence for a no.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _unanswered);
            TerminalLog.Unanswered(logger, question.Device.Value, question.Serial, error.Message);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
            decides?.Answered(question, opened);
        }
    }

    private async Task<bool> DecideAsync(IRemoteCheck? decides, TerminalEvent question)
    {
        if (decides is null)
        {
            return false;
        }

        using var late = new CancellationTokenSource(within, clock);
        try
        {
            // Waited for apart from whoever decides and may not notice that the time is over.
            return await decides.DecideAsync(question, late.Token).AsTask().WaitAsync(late.Token);
        }
#pragma warning disable CA1031 // A boundary: a decision that fails is a no, and the terminal must hear it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            TerminalLog.Undecided(logger, question.Device.Value, question.Serial, error.Message);
            return false;
        }
    }
}
