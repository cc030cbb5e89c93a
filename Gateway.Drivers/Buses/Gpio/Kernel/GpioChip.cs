using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>A chip's device file, such as <c>/dev/gpiochip4</c>.</summary>
internal sealed class GpioChip(string path) : IGpioChip
{
    private const int ConsumerBytes = 31; // one of the 32 is the end mark
    private readonly SafeFileHandle _file = GpioCalls.Open(path);

    /// <inheritdoc/>
    public string Path => path;

    /// <inheritdoc/>
    public GpioChipInfo ReadInfo() => GpioCalls.ChipInfo(_file);

    /// <inheritdoc/>
    public GpioLineInfo ReadLine(int offset) => GpioCalls.LineInfo(_file, offset);

    /// <inheritdoc/>
    public IGpioRequest Request(GpioLineRequest request) => new GpioRequest(GpioCalls.Request(_file, ToAbi(request)));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>What goes to the kernel: one line, with at most one attribute.</summary>
    internal static GpioAbi.LineRequest ToAbi(GpioLineRequest request)
    {
        var abi = new GpioAbi.LineRequest { Lines = 1 };
        abi.Offsets[0] = (uint)request.Offset;
        Encoding.UTF8.GetEncoder().Convert(request.Consumer, abi.Consumer[..ConsumerBytes], flush: true, out _, out _, out _);
        abi.Config.Flags = (request.ActiveLow ? GpioAbi.ActiveLow : 0) | (request.Output is null ? InputFlags(request) : GpioAbi.Output);
        if (request.Output is { } level)
        {
            // In the request itself: set afterwards, the line would first take the level of whatever was in its register.
            Add(ref abi.Config, GpioAbi.AttributeOutputValues, level ? 1UL : 0);
        }
        else
        {
            abi.EventBufferSize = (uint)request.Buffer;
            if (request.Debounce > TimeSpan.Zero)
            {
                Add(ref abi.Config, GpioAbi.AttributeDebounce, (ulong)Math.Ceiling(request.Debounce.TotalMicroseconds));
            }
        }

        return abi;
    }

    private static ulong InputFlags(GpioLineRequest request) =>
        GpioAbi.Input | GpioAbi.EdgeRising | GpioAbi.EdgeFalling | request.Bias switch
        {
            LineBias.None => GpioAbi.BiasDisabled,
            LineBias.PullUp => GpioAbi.BiasPullUp,
            LineBias.PullDown => GpioAbi.BiasPullDown,
            _ => 0,
        };

    private static void Add(ref GpioAbi.LineConfig config, uint id, ulong value)
    {
        config.Attributes[(int)config.AttributeCount++] = new GpioAbi.ConfigAttribute
        {
            Attribute = new GpioAbi.Attribute { Id = id, Value = value },
            Mask = 1,
        };
    }
}
