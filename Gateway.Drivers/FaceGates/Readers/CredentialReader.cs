using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Readers;

/// <summary>Reads cards or codes beside a gate and reports them. A reader that is unplugged is opened again; one that floods is held back.</summary>
internal sealed class CredentialReader(DeviceId device, CredentialKind reads, Func<CharacterDevice> open, Func<ICredentialDecoder> decoder, TimeProvider clock)
{
    private const string Part = "reader";
    private const int Burst = 10;
    private const double PerSecond = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>A card that rests on a reader is read again and again.</summary>
    private static readonly TimeSpan SameAfter = TimeSpan.FromSeconds(2);

    private static readonly Wording Lost = new("读卡器或扫码器未连接，请检查线缆与供电", "The card or code reader is not connected: check its cable and power");
    private readonly TokenBucket _rate = new(Burst, PerSecond, clock);
    private string _last = "";
    private long _lastAt;

    /// <summary>The reader of a gate's settings.</summary>
    public static CredentialReader Of(DeviceId device, ReaderSettings settings, TimeProvider clock) => settings.Serial
        ? new CredentialReader(device, settings.Reads, () => CharacterDevice.OpenSerial(settings.Device, settings.Baud), () => new SerialDecoder(clock, settings.IsTyped), clock)
        : new CredentialReader(device, settings.Reads, () => CharacterDevice.OpenInput(settings.Device), () => new EvdevDecoder(clock, settings.IsTyped), clock);

    /// <summary>Reads until cancelled.</summary>
    public Task RunAsync(DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken) => GatePart.KeepAsync(
        Part, ("reader-lost", Lost), health, clock, token => ReadAsync(reporter, health, token), cancellationToken);

    private async Task ReadAsync(DeviceReporter reporter, GateHealth health, CancellationToken cancellationToken)
    {
        using var opened = open();
        var decodes = decoder();
        var buffer = new byte[1536];
        await health.FineAsync(Part, cancellationToken);
        while (true)
        {
            // A thread of its own: the kernel's poll has no other way to wait, and the shared threads must not.
            var read = await Task.Factory.StartNew(
                () => WaitForBytes(opened, buffer, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var text in decodes.Decode(buffer.AsMemory(0, read)))
            {
                await TakeAsync(text, reporter, cancellationToken);
            }
        }
    }

    private static int WaitForBytes(CharacterDevice opened, byte[] buffer, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (opened.Read(buffer, Patience) is var read and > 0)
            {
                return read;
            }
        }

        return 0;
    }

    private async ValueTask TakeAsync(string text, DeviceReporter reporter, CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        var same = text == _last && clock.GetElapsedTime(_lastAt, now) < SameAfter;
        (_last, _lastAt) = (text, now);
        if (!same && _rate.TryTake())
        {
            await reporter.ObserveAsync(new CredentialRead(device, clock.GetUtcNow(), reads, text), cancellationToken);
        }
    }
}
