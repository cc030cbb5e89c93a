using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Replaces the <c>facade</c> of one device in a hardware file, and not a byte of the rest. Holds nothing between calls; safe for several
/// threads, of which the first to commit wins.
/// </summary>
/// <param name="file">The hardware file; the target where it is a link.</param>
/// <param name="lookup">Fills placeholders in camera addresses.</param>
/// <param name="clock">Names backups.</param>
public sealed class FacadeWriter(string file, Func<string, string?> lookup, TimeProvider clock)
{
    private const string Key = "facade";

    /// <summary>The section as it stands in the file now, in force or not.</summary>
    /// <exception cref="HardwareEditException">The file cannot be read, or has no such device.</exception>
    public DeviceSection Read(DeviceId device)
    {
        var bytes = Load(Target());
        var span = Find(bytes, device);
        return new DeviceSection(span.Key is null ? null : Encoding.UTF8.GetString(bytes[span.Value]), Print(bytes, span));
    }

    /// <summary>Rows of the camera's delivered picture, also where the rest of the file holds mistakes.</summary>
    /// <exception cref="HardwareEditException">The file cannot be read, or has no such camera.</exception>
    public int Rows(DeviceId device)
    {
        var bytes = Load(Target());
        var span = Find(bytes, device);
        List<HardwareError> others = [];
        var section = new JsonSection(Parsed(bytes.AsSpan(span.Device)), "", others);
        var head = new DeviceHead(device, FallingObjectCameraKind.Name, new Wording("", ""), Zone: null, Position: null);
        return section.Text("kind", otherwise: "") == head.Kind
            ? ((FallingObjectCameraDescription)new FallingObjectCameraKind().Read(head, section, new HardwareContext(lookup, others))).Camera.Settings.Height
            : throw new HardwareEditException(
                HardwareEditFault.NoDevice, new($"设备 {device} 不是高空抛物摄像机", $"The device {device} is not a falling-object camera"));
    }

    /// <summary>Checks the change and writes it beside the file.</summary>
    /// <param name="device">Whose facade.</param>
    /// <param name="draft">The new section.</param>
    /// <param name="print">The device's text that the change was made from; null to change it whatever it is.</param>
    /// <exception cref="HardwareEditException">Nothing was changed, and why.</exception>
    public HardwareEdit Prepare(DeviceId device, FacadeDraft draft, string? print)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var target = Target();
        var before = Load(target);
        var span = Find(before, device);
        if (print is not null && !string.Equals(print, Print(before, span), StringComparison.Ordinal))
        {
            throw ChangedMeanwhile();
        }

        var after = Replaced(before, span, draft);
        try
        {
            HardwareReader.Parse(after, target, lookup);
        }
        catch (HardwareFileException error)
        {
            var first = error.Errors is [var one, ..] ? new Wording($"{one.Path}（第 {one.Line} 行）：{one.Problem.Zh}", $"{one}") : new Wording(error.Message, error.Message);
            throw new HardwareEditException(
                HardwareEditFault.Mistakes,
                new($"硬件文件含有错误，保存后不会生效，请先改正：{first.Zh}", $"The hardware file holds a mistake and would not be used; put it right first: {first.En}"),
                error);
        }

        return new HardwareEdit(target, before, after, clock);
    }

    internal static HardwareEditException ChangedMeanwhile() => new(
        HardwareEditFault.Changed,
        new(
            "硬件文件中的这台摄像机在此期间已被他人修改，未覆盖：请复制下面的内容，重新打开页面后比较",
            "Somebody else has changed this camera in the hardware file meanwhile, and nothing was overwritten: copy the text below, open the page again and compare"));

    private static byte[] Replaced(byte[] before, DeviceSpan span, FacadeDraft draft)
    {
        var indent = IndentOf(before, span.Key ?? span.LastKey);
        var text = draft.Text(indent);
        if (span.Key is null)
        {
            text = (indent is null ? ", " : $",\n{indent}") + $"\"{Key}\": " + text;
        }

        var replaced = span.Key is null ? span.LastEnd..span.LastEnd : span.Value;
        var lines = before.AsSpan().IndexOf("\r\n"u8) >= 0 ? text.ReplaceLineEndings("\r\n") : text;
        return [.. before[..replaced.Start], .. Encoding.UTF8.GetBytes(lines), .. before[replaced.End..]];
    }

    /// <summary>What stands before a key on its line, where that is white space alone; null where the line begins with something else.</summary>
    private static string? IndentOf(ReadOnlySpan<byte> utf8, int key)
    {
        var line = utf8[..key].LastIndexOf((byte)'\n') + 1;
        var lead = utf8[line..key];
        return lead.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0 ? Encoding.UTF8.GetString(lead) : null;
    }

    private static string Print(byte[] bytes, DeviceSpan span) => Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(span.Device)));

    private static DeviceSpan Find(byte[] bytes, DeviceId device)
    {
        try
        {
            return DeviceSpan.Find(bytes, device.Value, Key) ?? throw new HardwareEditException(
                HardwareEditFault.NoDevice,
                new($"硬件文件中没有设备 {device}", $"The hardware file has no device {device}"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Unreadable(error);
        }
    }

    private static JsonValue Parsed(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonValue.Parse(utf8);
        }
        catch (JsonException error)
        {
            throw Unreadable(error);
        }
    }

    private static HardwareEditException Unreadable(Exception error) => new(
        HardwareEditFault.Unreadable, new($"硬件文件不是合法的 JSON：{error.Message}", $"The hardware file is not valid JSON: {error.Message}"), error);

    // A rename would replace a link instead of what it leads to.
    private string Target()
    {
        try
        {
            return Path.GetFullPath(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file);
        }
        catch (IOException)
        {
            return Path.GetFullPath(file);
        }
    }

    private static byte[] Load(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HardwareEditException(
                HardwareEditFault.Unreadable, new($"硬件文件无法读取：{error.Message}", $"The hardware file cannot be read: {error.Message}"), error);
        }
    }
}
