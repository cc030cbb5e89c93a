using System.Text;
using System.Text.Json;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.FallingObjectCameras;

/// <summary>A <c>facade</c> section that somebody is about to write, checked by the code that reads hardware files. Immutable.</summary>
public sealed class FacadeDraft
{
    /// <summary>No facade needs more: 64 KiB.</summary>
    public const int MaxBytes = 64 << 10;

    private const string Key = "facade";

    private readonly JsonValue? _value;

    private FacadeDraft(JsonValue? value, Facade? facade, IReadOnlyList<HardwareError> faults, IReadOnlyList<FloorLine> fill) =>
        (_value, Facade, Faults, Fill) = (value, facade, faults, fill);

    /// <summary>What the section says; null where it holds faults.</summary>
    public Facade? Facade { get; }

    /// <summary>Everything that is wrong, with paths such as <c>facade.floorLines[2].y</c>.</summary>
    public IReadOnlyList<HardwareError> Faults { get; }

    /// <summary>Where all floors in the picture are by the known lines; empty for fewer than three of them, which determine nothing.</summary>
    public IReadOnlyList<FloorLine> Fill { get; }

    /// <summary>Reads the section's JSON.</summary>
    /// <param name="section">The object under <c>facade</c>.</param>
    /// <param name="rows">Of the camera's delivered picture.</param>
    public static FacadeDraft Read(ReadOnlySpan<byte> section, int rows)
    {
        if (section.Length > MaxBytes)
        {
            return Refused(1, $"超过 {MaxBytes >> 10} KiB：这不是立面", $"longer than {MaxBytes >> 10} KiB: this is not a facade");
        }

        try
        {
            var value = JsonValue.Parse(section);
            List<HardwareError> faults = [];
            var device = JsonValue.Parse([.. Encoding.UTF8.GetBytes($"{{\"{Key}\":"), .. section, (byte)'}']);
            var facade = FacadeReader.Read(new JsonSection(device, "", faults), rows, new HardwareContext(_ => null, faults));
            return new FacadeDraft(value, faults.Count == 0 ? facade : null, faults, FloorLineFill.Of(value));
        }
        catch (JsonException error)
        {
            return Refused((int)(error.LineNumber ?? 0) + 1, $"不是合法的 JSON：{error.Message}", $"not valid JSON: {error.Message}");
        }
    }

    /// <summary>The section as it stands in a hardware file.</summary>
    /// <param name="indent">White space before the line on which it begins; null for all on one line.</param>
    public string Text(string? indent = "") => _value is null ? "{}" : JsonLayout.Of(_value, indent);

    private static FacadeDraft Refused(int line, string zh, string en) => new(null, null, [new HardwareError(Key, line, new(zh, en))], []);
}
