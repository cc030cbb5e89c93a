using System.Diagnostics;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Readers;

namespace Gateway.Drivers.Tests.FaceGates.Readers;

/// <summary>Readers on a pair of pseudo-terminals made by socat, and on a pipe of recorded key strokes.</summary>
public sealed class CredentialReaderTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Lines_of_a_serial_reader_are_observed_clean_and_raw()
    {
        using var line = await SerialPair.StartAsync(_folder);
        await using var bench = new GateBench(clock => CredentialReader.Of(
            new DeviceId("gate"), new ReaderSettings { Serial = true, Device = line.Gateway, Baud = 115200, Reads = CredentialKind.Qr }, clock));
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Also.Length == 0);

        // Frames, control characters and bytes above ASCII around the text; an interrupt character that a cooked line would act on.
        await line.WriteAsync("\u0002PASS.abc-123\u0003\r\n");
        await line.WriteAsync("no\r\n");
        await line.WriteAsync("se\u0003cond\u0080 code \u0004!\r");
        await bench.UntilAsync(() => bench.Seen.OfType<CredentialRead>().Count() == 2);
        var read = bench.Seen.OfType<CredentialRead>().ToList();
        Assert.Equal(["PASS.abc-123", "cond code !"], read.Select(one => one.Text));
        Assert.All(read, one => Assert.Equal(CredentialKind.Qr, one.Kind));
        Assert.DoesNotContain("abc", read[0].ToString(), StringComparison.Ordinal);
        Assert.Equal("***123", read[0].Masked);
    }

    [Fact(Timeout = 60_000)]
    public async Task Card_that_rests_on_the_reader_is_one_and_a_flood_is_held_back()
    {
        using var line = await SerialPair.StartAsync(_folder);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bench = new GateBench(clock => new CredentialReader(
            new DeviceId("gate"),
            CredentialKind.Card,
            () => CharacterDevice.OpenSerial(line.Gateway, 9600),
            () => new WatchedDecoder(new SerialDecoder(clock), "9999", taken),
            clock));
        await bench.RunAsync();
        for (var i = 0; i < 5; i++)
        {
            await line.WriteAsync("0001\n");
        }

        await line.WriteAsync(string.Concat(Enumerable.Range(1000, 500).Select(number => $"{number}\n")));
        await bench.UntilAsync(() => bench.Seen.OfType<CredentialRead>().Count() >= 10);
        await line.WriteAsync("9999\n");
        await taken.Task.WaitAsync(Cancelled);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await line.WriteAsync("last\n");
        await bench.UntilAsync(() => bench.Seen.OfType<CredentialRead>().Any(read => read.Text == "last"));
        Assert.Equal(["0001", "1000", "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008", "last"], bench.Seen.OfType<CredentialRead>().Select(read => read.Text));
    }

    [Fact(Timeout = 60_000)]
    public async Task Reader_that_is_unplugged_degrades_the_gate_and_is_read_again()
    {
        var line = await SerialPair.StartAsync(_folder);
        await using var bench = new GateBench(clock => CredentialReader.Of(
            new DeviceId("gate"), new ReaderSettings { Serial = true, Device = line.Gateway }, clock));
        await bench.RunAsync();
        await line.WriteAsync("before\n");
        await bench.UntilAsync(() => bench.Seen.OfType<CredentialRead>().Any());
        line.Dispose();
        await bench.UntilAsync(() => bench.Also == "reader-lost");
    }

    [Fact(Timeout = 60_000)]
    public async Task Key_strokes_are_read_from_a_device_that_gives_events()
    {
        var pipe = _folder.File("events");
        using (var make = Process.Start("mkfifo", [pipe]))
        {
            await make.WaitForExitAsync(Cancelled);
        }

        using var hold = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
        await using var bench = new GateBench(clock => new CredentialReader(new DeviceId("gate"), CredentialKind.Card, () => CharacterDevice.Open(pipe), () => new EvdevDecoder(clock), clock));
        await bench.RunAsync();
        await hold.WriteAsync(KeyStrokes.Typed("0012345678\n"), Cancelled);
        await hold.FlushAsync(Cancelled);
        await bench.UntilAsync(() => bench.Seen.OfType<CredentialRead>().Any());
        Assert.Equal("0012345678", bench.Seen.OfType<CredentialRead>().Single().Text);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reader_that_is_absent_leaves_the_door_working_and_comes_later()
    {
        var path = _folder.File("later");
        await using var bench = new GateBench(clock => CredentialReader.Of(new DeviceId("gate"), new ReaderSettings { Serial = true, Device = path }, clock));
        await bench.RunAsync();
        await bench.UntilAsync(() => bench.Also == "reader-lost");
        bench.Button.Set(active: true);
        await bench.UntilAsync(() => bench.Door.Released);
        using var line = await SerialPair.StartAsync(_folder, "later");
        await bench.UntilAsync(() => bench.Also.Length == 0, Second);
    }

    [Fact]
    public async Task What_is_no_input_device_and_no_serial_line_is_said_to_be_none()
    {
        var file = _folder.File("file");
        await File.WriteAllTextAsync(file, "x", Cancelled);
        Assert.Contains("grabbed", Assert.Throws<DeviceFaultException>(() => CharacterDevice.OpenInput(file)).Message, StringComparison.Ordinal);
        Assert.Contains("baud", Assert.Throws<DeviceFaultException>(() => CharacterDevice.OpenSerial(file, 9600)).Message, StringComparison.Ordinal);
        Assert.Contains("opened", Assert.Throws<DeviceFaultException>(() => CharacterDevice.OpenInput("/dev/input/absent")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Two ends of a serial line; ended by its own process id.</summary>
    private sealed class SerialPair : IDisposable
    {
        private readonly Process _socat;
        private readonly FileStream _end;

        private SerialPair(Process socat, string gateway, FileStream end) => (_socat, Gateway, _end) = (socat, gateway, end);

        public string Gateway { get; }

        public static async Task<SerialPair> StartAsync(TemporaryFolder folder, string name = "tty")
        {
            var (gateway, reader) = (folder.File(name), folder.File(name + "-reader"));
            var socat = Process.Start("socat", [$"pty,link={gateway}", $"pty,raw,echo=0,link={reader}"]);
            while (!File.Exists(gateway) || !File.Exists(reader))
            {
                Assert.False(socat.HasExited, "socat ended");
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
            }

            return new SerialPair(socat, gateway, new FileStream(reader, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        }

        public async Task WriteAsync(string text) => await _end.WriteAsync(Encoding.Latin1.GetBytes(text), Cancelled);

        public void Dispose()
        {
            if (!_socat.HasExited)
            {
                _socat.Kill();
                _socat.WaitForExit();
            }

            _end.Dispose();
            _socat.Dispose();
        }
    }

    /// <summary>Says when whoever takes the credentials has dealt with one of them.</summary>
    private sealed class WatchedDecoder(ICredentialDecoder decoder, string awaited, TaskCompletionSource taken) : ICredentialDecoder
    {
        public IEnumerable<string> Decode(ReadOnlyMemory<byte> bytes)
        {
            foreach (var credential in decoder.Decode(bytes))
            {
                yield return credential;
                if (credential == awaited)
                {
                    taken.TrySetResult();
                }
            }
        }
    }
}
