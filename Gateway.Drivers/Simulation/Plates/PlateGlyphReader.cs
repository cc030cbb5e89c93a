using System.ComponentModel;
using System.Globalization;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation.Plates;

/// <summary>Has FFmpeg draw every character into a cell of one picture, and cuts each to its ink.</summary>
internal static class PlateGlyphReader
{
    private const int Cell = 144;
    private const int Columns = 12;
    private const int FontSize = 112;
    private const int Margin = 10;
    private const int LongestError = 500;

    /// <summary>White and black of the grey that FFmpeg hands out (ITU-R BT.601, 16..235).</summary>
    private const int Black = 16;

    private const int White = 235;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Reads all of <see cref="PlateGlyphs.Known"/>.</summary>
    /// <exception cref="DeviceFaultException">The font or FFmpeg is missing, or FFmpeg cannot draw; names the package.</exception>
    public static async Task<PlateGlyphs> ReadAsync(PlateFont font, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!File.Exists(font.File))
        {
            throw Fault(
                $"未找到字体 {font.File}，无法绘制模拟车牌；请安装：apt install {PlateFont.Package}",
                $"There is no font {font.File}, so that simulated plates cannot be drawn: apt install {PlateFont.Package}");
        }

        if (!IsFont(font.File))
        {
            throw Fault(
                $"{font.File} 不是字体文件；请重新安装：apt install --reinstall {PlateFont.Package}",
                $"{font.File} is no font: apt install --reinstall {PlateFont.Package}");
        }

        var program = Programs.Find(font.Ffmpeg) ?? throw Fault(
            $"未找到程序 {font.Ffmpeg}，无法绘制模拟车牌；请安装：apt install ffmpeg",
            $"There is no program {font.Ffmpeg}, so that simulated plates cannot be drawn: apt install ffmpeg");
        var sheet = await DrawAsync(program, font.File, clock, cancellationToken);
        return new PlateGlyphs(PlateGlyphs.Known.Select((character, index) => KeyValuePair.Create(character, Cut(sheet, index))));
    }

    /// <summary>FFmpeg itself would silently take another font for a damaged one. The first four bytes tell a font (OpenType 1.9, "Table directory").</summary>
    private static bool IsFont(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && (head.SequenceEqual("ttcf"u8) || head.SequenceEqual("OTTO"u8) || head.SequenceEqual("true"u8) || head.SequenceEqual<byte>([0, 1, 0, 0]));
    }

    private static async Task<byte[]> DrawAsync(string program, string font, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (width, height) = (Columns * Cell, (((PlateGlyphs.Known.Length - 1) / Columns) + 1) * Cell);
        var sheet = new byte[width * height];
        using var patience = new CancellationTokenSource(Patience, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var child = await ChildLauncher.StartAsync(program, Arguments(font, width, height));
            var said = child.StandardError.ReadToEndAsync(stop.Token);
            try
            {
                child.StandardInput.Close();
                await child.StandardOutput.BaseStream.ReadExactlyAsync(sheet, stop.Token);
                return sheet;
            }
            catch (EndOfStreamException)
            {
                var words = (await said).Trim();
                throw Fault($"FFmpeg 无法绘制字符：{Short(words)}", $"FFmpeg could not draw the characters: {Short(words)}");
            }
            finally
            {
                child.Kill();
            }
        }
        catch (Win32Exception error)
        {
            throw Fault($"FFmpeg 无法启动：{error.Message}", $"FFmpeg could not be started: {error.Message}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw Fault("FFmpeg 绘制字符超时", $"FFmpeg took more than {Patience.TotalSeconds} s to draw the characters; is the machine overloaded?");
        }
    }

    private static string[] Arguments(string font, int width, int height)
    {
        var path = font.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        var filters = PlateGlyphs.Known.Select((character, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"drawtext=fontfile='{path}':text='{character}':fontsize={FontSize}:fontcolor=white:x={(index % Columns * Cell) + Margin}:y={(index / Columns * Cell) + Margin}"));
        return
        [
            "-nostdin", "-hide_banner", "-v", "error", "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"color=c=black:s={width}x{height}:d=1:r=1,format=gray"),
            "-vf", string.Join(',', filters), "-frames:v", "1", "-pix_fmt", "gray", "-f", "rawvideo", "pipe:1",
        ];
    }

    private static PlateGlyph Cut(byte[] sheet, int index)
    {
        const int Least = 64;
        var (x0, y0, stride) = (index % Columns * Cell, index / Columns * Cell, Columns * Cell);
        var (left, top, right, bottom) = (Cell, Cell, -1, -1);
        for (var y = 0; y < Cell; y++)
        {
            for (var x = 0; x < Cell; x++)
            {
                if (sheet[((y0 + y) * stride) + x0 + x] >= Least)
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        if (right < left)
        {
            throw Fault($"字体中没有字符 {PlateGlyphs.Known[index]}", $"The font has no {PlateGlyphs.Known[index]}: apt install --reinstall {PlateFont.Package}");
        }

        var (width, height) = (right - left + 1, bottom - top + 1);
        var coverage = new byte[width * height];
        for (var at = 0; at < coverage.Length; at++)
        {
            var grey = sheet[((y0 + top + (at / width)) * stride) + x0 + left + (at % width)];
            coverage[at] = (byte)Math.Clamp((grey - Black) * 255 / (White - Black), 0, 255);
        }

        return new PlateGlyph(coverage, width, height);
    }

    private static string Short(string words) => words.Length <= LongestError ? words : words[..LongestError];

    private static DeviceFaultException Fault(string zh, string en) => new(en, new Wording(zh, en));
}
