using System.Globalization;
using System.Text.Json;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Reads the members of one JSON object and collects what is wrong instead of stopping at the first error. After a fault the value
/// returned is a harmless stand-in: the caller looks at the faults before it uses anything.
/// </summary>
internal sealed class ObjectReader(JsonNodeAt node, List<HardwareFault> faults)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public JsonNodeAt Node => node;

    public string Text(string name, string? fallback = null) => Find(name, fallback is null) switch
    {
        null => fallback ?? "",
        { Kind: JsonValueKind.String, Text.Length: > 0 } value => value.Text,
        var value => Refuse(value, "expected a text that is not empty", fallback ?? ""),
    };

    public string? OptionalText(string name) => Has(name) ? Text(name) : Ask(name);

    /// <summary>Lower-case letters, digits and hyphens, 1 to 64.</summary>
    public string Id(string name)
    {
        var text = Text(name);
        if (text.Length > 0 && (text.Length > 64 || !text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            Refuse(Find(name, required: true)!, "expected an id of lower-case letters, digits and hyphens, at most 64", "");
        }

        return text;
    }

    public double Number(string name, double least, double most, double? fallback = null)
    {
        var value = Find(name, fallback is null);
        if (value is null)
        {
            return fallback ?? least;
        }

        var read = value.Kind == JsonValueKind.Number && double.TryParse(value.Text, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        return read >= least && read <= most
            ? read
            : Refuse(value, string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most}"), least);
    }

    public int Whole(string name, int least, int most, int fallback)
    {
        var number = Number(name, least, most, fallback);
        return number == Math.Floor(number) ? (int)number : Refuse(Find(name, required: true)!, "expected a whole number", fallback);
    }

    public TimeSpan Seconds(string name, double least, double most, double? fallback = null) =>
        TimeSpan.FromSeconds(Number(name, least, most, fallback));

    public string OneOf(string name, IReadOnlyList<string> allowed)
    {
        var text = Text(name);
        return text.Length == 0 || allowed.Contains(text, StringComparer.Ordinal)
            ? text
            : Refuse(Find(name, required: true)!, $"expected one of: {string.Join(", ", allowed)}{DidYouMean.For(text, allowed)}", "");
    }

    /// <summary>Both languages: <c>{"zh": ..., "en": ...}</c>.</summary>
    public Wording Words(string name)
    {
        if (Object(name) is not { } words)
        {
            return new Wording("", "");
        }

        var read = new Wording(words.Text("zh"), words.Text("en"));
        words.RefuseUnknown();
        return read;
    }

    public ObjectReader? Object(string name, bool required = true) => Find(name, required) switch
    {
        null => null,
        { Kind: JsonValueKind.Object } value => new ObjectReader(value, faults),
        var value => Refuse<ObjectReader?>(value, "expected an object", null),
    };

    public IEnumerable<ObjectReader> Objects(string name)
    {
        var list = Find(name, required: true);
        if (list is not null && list.Kind != JsonValueKind.Array)
        {
            Refuse(list, "expected a list", 0);
        }

        foreach (var item in list?.Items ?? [])
        {
            if (item.Kind == JsonValueKind.Object)
            {
                yield return new ObjectReader(item, faults);
            }
            else
            {
                Refuse(item, "expected an object", 0);
            }
        }
    }

    /// <summary>Adds a fault at a member, or at the object itself where the member is absent.</summary>
    public void Fault(string name, string message)
    {
        var at = node.Members.FirstOrDefault(member => member.Key == name).Value ?? node;
        faults.Add(new HardwareFault(at.Path, at.Line, message));
    }

    /// <summary>To be called last: every member that nothing asked for is a fault.</summary>
    public void RefuseUnknown()
    {
        foreach (var (name, value) in node.Members.Where(member => !_asked.Contains(member.Key)))
        {
            faults.Add(new HardwareFault(value.Path, value.Line, $"unknown key{DidYouMean.For(name, _asked)} Known here: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}."));
        }
    }

    private bool Has(string name) => node.Members.Any(member => member.Key == name);

    private string? Ask(string name)
    {
        _asked.Add(name);
        return null;
    }

    private JsonNodeAt? Find(string name, bool required)
    {
        _asked.Add(name);
        var found = node.Members.FirstOrDefault(member => member.Key == name).Value;
        if (found is null && required)
        {
            faults.Add(new HardwareFault($"{node.Path}.{name}", node.Line, "missing"));
        }

        return found;
    }

    private T Refuse<T>(JsonNodeAt value, string expected, T standIn)
    {
        faults.Add(new HardwareFault(value.Path, value.Line, $"{expected}, got {value.KindInWords}"));
        return standIn;
    }
}
