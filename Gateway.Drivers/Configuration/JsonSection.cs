using System.Globalization;
using System.Text.Json;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Reads one object strictly: every fault goes to the shared list and reading continues with a default, so that one pass finds all.
/// Call <see cref="Close"/> last: it names the keys that nothing has asked for.
/// </summary>
internal sealed class JsonSection
{
    private readonly JsonValue _value;
    private readonly List<HardwareError> _errors;
    private readonly List<string> _asked = [];

    public JsonSection(JsonValue value, string path, List<HardwareError> errors)
    {
        (_value, Path, _errors) = (value, path, errors);
        foreach (var repeated in value.Members.GroupBy(member => member.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            Fault(At(repeated.Key), repeated.Last().Line, new("键重复出现", "the key appears more than once"));
        }
    }

    public string Path { get; }

    public int Line => _value.Line;

    public string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    public int LineOf(string name) => Find(name)?.Line ?? Line;

    /// <summary>The object's text without what does not matter: white space and the order of its keys.</summary>
    public string Canonical => _value.Canonical;

    /// <summary>What stands under a key; null when nothing does. Does not count as asking for it.</summary>
    public JsonTokenType? Peek(string name) => Find(name)?.Type;

    public void Fault(string path, int line, Wording problem) => _errors.Add(new HardwareError(path, line, problem));

    public string Text(string name, string? otherwise = null)
    {
        if (Take(name, JsonTokenType.String, "a text", "文本", required: otherwise is null) is not { } value)
        {
            return otherwise ?? "";
        }

        if (value.Text.Length == 0)
        {
            Fault(At(name), value.Line, new("不能为空", "must not be empty"));
        }

        return value.Text;
    }

    /// <summary>A list of texts; each that is none is a fault.</summary>
    public IReadOnlyList<string> Texts(string name, bool required = true)
    {
        List<string> texts = [];
        foreach (var (item, i) in (Take(name, JsonTokenType.StartArray, "an array", "数组", required)?.Items ?? []).Select((item, i) => (item, i)))
        {
            if (item.Type == JsonTokenType.String && item.Text.Length > 0)
            {
                texts.Add(item.Text);
            }
            else
            {
                Fault($"{At(name)}[{i.ToString(CultureInfo.InvariantCulture)}]", item.Line, new($"应为文本，现为 {item.Kind}", $"expected a text, found {item.Kind}"));
            }
        }

        return texts;
    }

    public bool Flag(string name, bool otherwise)
    {
        _asked.Add(name);
        switch (Find(name))
        {
            case null:
                return otherwise;
            case { Type: JsonTokenType.True or JsonTokenType.False } value:
                return value.Type == JsonTokenType.True;
            case var value:
                Mistyped(name, value, "true or false", "true 或 false");
                return otherwise;
        }
    }

    public double Number(string name, double from, double to, double? otherwise = null, bool whole = false)
    {
        if (Take(name, JsonTokenType.Number, "a number", "数字", required: otherwise is null) is not { } value)
        {
            return otherwise ?? from;
        }

        var fits = value.Number >= from && value.Number <= to && (!whole || Math.Floor(value.Number) == value.Number);
        if (!fits)
        {
            var range = string.Create(CultureInfo.InvariantCulture, $"{from}..{to}");
            Fault(At(name), value.Line, new(
                $"应为 {range} 之间的{(whole ? "整数" : "数字")}，现为 {value.Kind}",
                $"expected a {(whole ? "whole number" : "number")} in {range}, found {value.Kind}"));
        }

        return fits ? value.Number : otherwise ?? from;
    }

    public int Whole(string name, int from, int to, int? otherwise = null) => (int)Number(name, from, to, otherwise, whole: true);

    public TimeSpan Duration(string name, TimeSpan from, TimeSpan to, TimeSpan otherwise)
    {
        if (Take(name, JsonTokenType.String, "a duration such as \"00:00:03\"", "时长，例如 \"00:00:03\"", required: false) is not { } value)
        {
            return otherwise;
        }

        if (TimeSpan.TryParseExact(value.Text, ["hh\\:mm\\:ss", "hh\\:mm\\:ss\\.FFFFFFF"], CultureInfo.InvariantCulture, out var duration)
            && duration >= from && duration <= to)
        {
            return duration;
        }

        Fault(At(name), value.Line, new(
            $"应为 {from:c} 到 {to:c} 之间的时长（时:分:秒），现为 \"{value.Text}\"",
            $"expected a duration hh:mm:ss between {from:c} and {to:c}, found \"{value.Text}\""));
        return otherwise;
    }

    public JsonSection? Section(string name, bool required = true) =>
        Take(name, JsonTokenType.StartObject, "an object", "对象", required) is { } value ? new JsonSection(value, At(name), _errors) : null;

    public IEnumerable<JsonSection> Sections(string name, bool required = true)
    {
        var items = Take(name, JsonTokenType.StartArray, "an array", "数组", required)?.Items ?? [];
        for (var i = 0; i < items.Count; i++)
        {
            var path = $"{At(name)}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (items[i].Type == JsonTokenType.StartObject)
            {
                yield return new JsonSection(items[i], path, _errors);
            }
            else
            {
                Fault(path, items[i].Line, new($"应为对象，现为 {items[i].Kind}", $"expected an object, found {items[i].Kind}"));
            }
        }
    }

    /// <summary>A key that is for other readers, such as an editor's <c>$schema</c>.</summary>
    public void Ignore(string name) => _asked.Add(name);

    public void Close()
    {
        foreach (var (name, line, _) in _value.Members.Where(member => !_asked.Contains(member.Name, StringComparer.Ordinal)))
        {
            var meant = Suggestion.For(name, _asked);
            var known = string.Join(", ", _asked.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Fault(At(name), line, new(
                $"未知的键{(meant is null ? "" : $"，是否想写 \"{meant}\"")}。可用的键：{known}",
                $"unknown key{(meant is null ? "" : $", did you mean \"{meant}\"")}? Known keys: {known}"));
        }
    }

    private JsonValue? Take(string name, JsonTokenType type, string expected, string expectedZh, bool required)
    {
        _asked.Add(name);
        var value = Find(name);
        if (value is null)
        {
            if (required)
            {
                Fault(At(name), Line, new($"缺少此项，应为{expectedZh}", $"missing: expected {expected}"));
            }

            return null;
        }

        if (value.Type == type)
        {
            return value;
        }

        Mistyped(name, value, expected, expectedZh);
        return null;
    }

    private void Mistyped(string name, JsonValue value, string expected, string expectedZh) =>
        Fault(At(name), value.Line, new($"应为{expectedZh}，现为 {value.Kind}", $"expected {expected}, found {value.Kind}"));

    private JsonValue? Find(string name)
    {
        foreach (var member in _value.Members)
        {
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                return member.Value;
            }
        }

        return null;
    }
}
