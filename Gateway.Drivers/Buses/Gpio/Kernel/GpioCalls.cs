using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>The system calls that GPIO takes. Descriptors are closed on exec, so that no FFmpeg child keeps a relay. Safe for several threads.</summary>
internal static unsafe partial class GpioCalls
{
    private const int ReadWriteCloseOnExec = 0x2 | 0x80000; // O_RDWR | O_CLOEXEC, the same on x64 and arm64
    private const int CloseOnExecNonBlocking = 0x80000 | 0x800; // EFD_CLOEXEC | EFD_NONBLOCK
    private const int Interrupted = 4; // EINTR
    private const int EventBatch = 16;

    public static SafeFileHandle Open(string path)
    {
        var chip = OpenFile(path, ReadWriteCloseOnExec);
        return chip.IsInvalid ? throw Failed($"open {path}") : chip;
    }

    public static GpioChipInfo ChipInfo(SafeFileHandle chip)
    {
        GpioAbi.ChipInfo info = default;
        Check(Control(chip, GpioAbi.GetChipInfo, &info), "GPIO_GET_CHIPINFO");
        return new GpioChipInfo(Text(info.Name), Text(info.Label), (int)info.Lines);
    }

    public static GpioLineInfo LineInfo(SafeFileHandle chip, int offset)
    {
        GpioAbi.LineInfo info = default;
        info.Offset = (uint)offset;
        Check(Control(chip, GpioAbi.GetLineInfo, &info), "GPIO_V2_GET_LINEINFO");
        return new GpioLineInfo(offset, Text(info.Name), Text(info.Consumer), (info.Flags & GpioAbi.Used) != 0);
    }

    public static SafeFileHandle Request(SafeFileHandle chip, in GpioAbi.LineRequest wanted)
    {
        var request = wanted;
        Check(Control(chip, GpioAbi.GetLine, &request), "GPIO_V2_GET_LINE");
        return new SafeFileHandle(request.Descriptor, ownsHandle: true);
    }

    public static bool Read(SafeFileHandle line)
    {
        var values = new GpioAbi.LineValues { Mask = 1 };
        Check(Control(line, GpioAbi.GetValues, &values), "GPIO_V2_LINE_GET_VALUES");
        return (values.Bits & 1) != 0;
    }

    public static void Write(SafeFileHandle line, bool active)
    {
        var values = new GpioAbi.LineValues { Mask = 1, Bits = active ? 1UL : 0 };
        Check(Control(line, GpioAbi.SetValues, &values), "GPIO_V2_LINE_SET_VALUES");
    }

    public static int ReadEvents(SafeFileHandle line, Span<GpioEvent> into)
    {
        var events = stackalloc GpioAbi.LineEvent[EventBatch];
        var bytes = (nuint)(Math.Min(EventBatch, into.Length) * sizeof(GpioAbi.LineEvent));
        nint read;
        do
        {
            read = ReadFile(line, events, bytes);
        }
        while (read < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        Check((int)read, "read");
        var count = (int)read / sizeof(GpioAbi.LineEvent);
        for (var i = 0; i < count; i++)
        {
            into[i] = new GpioEvent(events[i].Id == GpioAbi.EventRisingEdge, (long)events[i].Nanoseconds, events[i].LineSequence);
        }

        return count;
    }

    /// <summary>An eventfd: becomes readable when signalled.</summary>
    public static SafeFileHandle EventCounter()
    {
        var counter = EventFile(0, CloseOnExecNonBlocking);
        return counter.IsInvalid ? throw Failed("eventfd") : counter;
    }

    /// <summary>Makes the counter readable. A full counter is readable already.</summary>
    public static void Signal(SafeFileHandle counter)
    {
        var one = 1UL;
        _ = WriteFile(counter, &one, sizeof(ulong));
    }

    /// <summary>Takes back every signal so far.</summary>
    public static void Unsignal(SafeFileHandle counter)
    {
        ulong count;
        _ = ReadFile(counter, &count, sizeof(ulong));
    }

    /// <summary>Waits for input on any of the files; their descriptors cannot be closed or reused meanwhile.</summary>
    public static void Poll(ReadOnlySpan<SafeFileHandle> files, Span<GpioReady> ready)
    {
        var polls = new GpioAbi.Poll[files.Length];
        var held = 0;
        try
        {
            for (; held < files.Length; held++)
            {
                var added = false;
                files[held].DangerousAddRef(ref added);
                polls[held] = new GpioAbi.Poll { Descriptor = (int)files[held].DangerousGetHandle(), Events = GpioAbi.Poll.In };
            }

            fixed (GpioAbi.Poll* first = polls)
            {
                while (PollFiles(first, (nuint)polls.Length, -1) < 0)
                {
                    if (Marshal.GetLastPInvokeError() != Interrupted)
                    {
                        throw Failed("poll");
                    }
                }
            }
        }
        finally
        {
            while (held-- > 0)
            {
                files[held].DangerousRelease();
            }
        }

        for (var i = 0; i < polls.Length; i++)
        {
            ready[i] = (polls[i].Returned & GpioAbi.Poll.Problems) != 0 ? GpioReady.Gone
                : polls[i].Returned != 0 ? GpioReady.Edge
                : GpioReady.Nothing;
        }
    }

    private static void Check(int result, string call)
    {
        if (result < 0)
        {
            throw Failed(call);
        }
    }

    private static GpioException Failed(string call) => new(Marshal.GetLastPInvokeError(), call);

    private static string Text(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..(name.IndexOf((byte)0) is var end and >= 0 ? end : name.Length)]);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial SafeFileHandle OpenFile(string path, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, nuint request, void* argument);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadFile(SafeFileHandle file, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteFile(SafeFileHandle file, void* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial SafeFileHandle EventFile(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int PollFiles(GpioAbi.Poll* files, nuint count, int timeout);
}
