using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>
/// Makes guessing at a gate's reader slow and known: after some refusals in a row the next reading is looked at after a pause only, which doubles
/// with each further refusal. What is typed is counted apart, and a right PIN ends nothing: whoever has one of their own could otherwise guess at all
/// others for ever. It is forgotten with time instead. Safe for several threads; of one gate one at a time.
/// </summary>
internal sealed class ReaderGuard(IJournal journal, TimeProvider time, ILogger<ReaderGuard> logger)
{
    /// <summary>Refusals in a row without a pause: a wallet full of cards, and a child that tries its own.</summary>
    public const int Free = 5;

    /// <summary>The first pause.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>The longest pause: whoever lives here waits no longer than that after somebody has guessed.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    /// <summary>The longest pause of a keypad: 288 tries a day at the most.</summary>
    public static readonly TimeSpan LongestTypedPause = TimeSpan.FromMinutes(5);

    /// <summary>After so long one wrong PIN counts no more.</summary>
    public static readonly TimeSpan TypedForgottenAfter = TimeSpan.FromMinutes(10);

    private static readonly LocalizedText s_words = new(
        "读卡器连续多次读到无效的卡或二维码，可能有人在试探；请到现场查看。",
        "Several cards or codes in a row were refused at this reader, somebody may be guessing; look what happens there.");

    private static readonly LocalizedText s_typedWords = new(
        "键盘多次输入无效密码，可能有人在试探；请到现场查看。",
        "Several PINs were refused at this keypad, somebody may be guessing; look what happens there.");

    private readonly ConcurrentDictionary<(DeviceId Gate, bool Typed), (int Refused, long At)> _rows = new();

    /// <summary>Whether a reading at a gate is not looked at yet.</summary>
    public bool Waits(DeviceId gate, bool typed = false) =>
        _rows.TryGetValue((gate, typed), out var row) && row.Refused >= Free && time.GetElapsedTime(row.At) < PauseAfter(row.Refused, typed);

    /// <summary>A card or a code was somebody's: what was refused before was no guessing.</summary>
    public void Good(DeviceId gate) => _rows.TryRemove((gate, false), out _);

    /// <summary>A reading was refused. The first that leads to a pause is put on record.</summary>
    /// <returns>Completes when that is done; never fails.</returns>
    public Task RefusedAsync(IFaceGate gate, bool typed = false)
    {
        var row = _rows.AddOrUpdate(
            (gate.Id, typed), _ => (1, time.GetTimestamp()), (_, last) => (Math.Min(StillCounted(last, typed) + 1, int.MaxValue - 1), time.GetTimestamp()));
        return row.Refused == Free ? TellAsync(gate, typed ? s_typedWords : s_words) : Task.CompletedTask;
    }

    private int StillCounted((int Refused, long At) row, bool typed) =>
        typed ? Math.Max(0, row.Refused - (int)Math.Min(time.GetElapsedTime(row.At) / TypedForgottenAfter, int.MaxValue)) : row.Refused;

    private static TimeSpan PauseAfter(int refused, bool typed)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(refused - Free, 10));
        var longest = typed ? LongestTypedPause : LongestPause;
        return pause < longest ? pause : longest;
    }

    private async Task TellAsync(IFaceGate gate, LocalizedText words)
    {
        var data = new DeviceHealthData(
            gate.Id.Value, "face-gate", nameof(DeviceState.Online), "reader-guessing", words, new Dictionary<string, string>(StringComparer.Ordinal));
        try
        {
            await journal.AppendAsync(JournalEntry.Of(EventKind.DeviceHealth, EventPriority.High, data.Device, data), CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: whatever the record throws must cost no card its answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PassagesLog.ObservationNotRecorded(logger, gate.Id, data.Code, error);
        }
    }
}
