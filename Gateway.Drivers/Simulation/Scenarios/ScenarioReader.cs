using System.Text.Json;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Reads a scenario file strictly and reports everything wrong with it at once. The format is in <c>hw-configs/scenario-schema.json</c>.</summary>
internal static class ScenarioReader
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24) - TimeSpan.FromTicks(1);

    /// <exception cref="HardwareFileException">The file is absent, not JSON, or holds errors.</exception>
    public static Scenario Read(string path)
    {
        try
        {
            return Parse(File.ReadAllBytes(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{path}: cannot be read: {error.Message}", error);
        }
    }

    /// <exception cref="HardwareFileException">Not JSON, or it holds errors.</exception>
    public static Scenario Parse(ReadOnlySpan<byte> utf8, string name)
    {
        List<HardwareError> errors = [];
        try
        {
            var file = new JsonSection(JsonValue.Parse(utf8), "", errors);
            file.Ignore("$schema");
            var seed = file.Whole("seed", 0, int.MaxValue, 1);
            var lasts = file.Duration("lasts", TimeSpan.Zero, Longest, TimeSpan.Zero);
            var events = file.Sections("events", required: false).Select(ReadEvent).ToList();
            var streams = file.Sections("streams", required: false).Select(ReadStream).ToList();
            file.Close();
            if (errors.Count == 0)
            {
                return new Scenario(seed, lasts > TimeSpan.Zero ? lasts : null, events, streams);
            }
        }
        catch (JsonException error)
        {
            errors.Add(new HardwareError("$", (int)(error.LineNumber ?? 0) + 1, new($"不是合法的 JSON：{error.Message}", $"not valid JSON: {error.Message}")));
        }

        throw new HardwareFileException(name, errors);
    }

    private static ScenarioEvent ReadEvent(JsonSection section)
    {
        var at = section.Duration("at", TimeSpan.Zero, Longest, TimeSpan.Zero);
        var read = new ScenarioEvent(at, ReadAct(section, section.Text("target")));
        section.Close();
        return read;
    }

    private static ScenarioStream ReadStream(JsonSection section)
    {
        var targets = section.Texts("targets");
        var until = section.Duration("until", TimeSpan.Zero, Longest, TimeSpan.Zero);
        var highest = section.Whole("highest", 0, 1000, 0);
        var read = new ScenarioStream(
            targets,
            ReadAct(section, targets.Count > 0 ? targets[0] : ""),
            section.Duration("every", TimeSpan.FromMilliseconds(10), Longest, TimeSpan.FromMinutes(1)),
            section.Duration("from", TimeSpan.Zero, Longest, TimeSpan.Zero),
            until > TimeSpan.Zero ? until : null,
            highest > 0 ? highest : null);
        if (targets.Count == 0)
        {
            section.Fault(section.At("targets"), section.LineOf("targets"), new Wording("至少需要一个对象", "needs at least one target"));
        }

        section.Close();
        return read;
    }

    private static ScenarioAct ReadAct(JsonSection section, string target)
    {
        var value = section.Peek("value") is null ? (double?)null : section.Number("value", -1e9, 1e9);
        section.Ignore("value");
        var text = section.Text("text", otherwise: "");
        return new ScenarioAct(
            target,
            section.Text("do"),
            section.Duration("for", TimeSpan.Zero, Longest, TimeSpan.Zero),
            value,
            text.Length > 0 ? text : null,
            ScenarioVehicleReader.Read(section));
    }
}
