using System.Globalization;
using System.Text.Json;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>
/// Reads one payload field by field and remembers the first thing that breaks the protocol. It always gives the best value that can be
/// made of what is there, so that a message which must not be refused can still be used. Unknown fields are ignored. Not thread-safe.
/// </summary>
internal sealed class OcppFields(JsonElement payload)
{
    private OcppFields? _parent; // takes the violations of a list's items

    /// <summary>The first violation; null while there is none.</summary>
    public OcppViolation? Violation { get; private set; }

    /// <summary>A text, cut to <paramref name="length"/> characters; null where it is absent or not a text.</summary>
    public string? Text(string name, int length, bool required = false)
    {
        var value = Find(name, required);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.AsText() is not { } text)
        {
            Report(OcppViolation.Type, $"{name} must be a text.");
            return value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? Cut(value.GetRawText(), length) : null;
        }

        if (text.Length > length)
        {
            Report(OcppViolation.Property, $"{name} must have at most {length} characters.");
        }

        return Cut(text, length);
    }

    /// <summary>Any value: a text as it is, anything else as its JSON; null where it is absent or longer than <paramref name="length"/>.</summary>
    public string? Raw(string name, int length)
    {
        var value = Find(name, required: false);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Report(OcppViolation.Type, $"{name} must be a text.");
        }

        var text = value.AsText() ?? value.GetRawText();
        if (text.Length > length)
        {
            Report(OcppViolation.Property, $"{name} is longer than the gateway keeps: {length} characters.");
            return null;
        }

        return text;
    }

    /// <summary>The field <c>connectorId</c>: at least <paramref name="least"/>, at most <see cref="OcppLimits.Connectors"/>.</summary>
    public int? Connector(int least)
    {
        var number = Whole("connectorId", least);
        if (number <= OcppLimits.Connectors)
        {
            return number;
        }

        Report(OcppViolation.Property, $"connectorId must be at most {OcppLimits.Connectors}.");
        return null;
    }

    /// <summary>A whole number of at least <paramref name="least"/>; null where it is absent or cannot be read as one.</summary>
    public int? Whole(string name, int least, bool required = true)
    {
        var value = Find(name, required);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Report(OcppViolation.Type, $"{name} must be a whole number.");
            if (Salvage(value) is not { } salvaged)
            {
                return null;
            }

            number = salvaged;
        }

        if (number < least)
        {
            Report(OcppViolation.Property, $"{name} must be at least {least}.");
            return null;
        }

        return number;
    }

    /// <summary>One of the names of <typeparamref name="T"/>; null where it is absent or another.</summary>
    public T? Choice<T>(string name, bool required = true)
        where T : struct, Enum
    {
        var value = Find(name, required);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (value.AsText() is not { } text)
        {
            Report(OcppViolation.Type, $"{name} must be a text.");
            return null;
        }

        // Enum.TryParse would take numbers and lists of names, too.
        var known = Enum.GetNames<T>();
        var index = Array.FindIndex(known, candidate => string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase));
        if (index < 0 || !string.Equals(known[index], text, StringComparison.Ordinal))
        {
            Report(OcppViolation.Property, $"{name} must be one of the protocol's values.");
        }

        return index < 0 ? null : Enum.GetValues<T>()[index];
    }

    /// <summary>An instant; one without a zone is UTC. Null where it is absent or cannot be read as one.</summary>
    public DateTimeOffset? Time(string name, bool required = true)
    {
        var value = Find(name, required);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return null;
        }

        if (OcppTime.Read(value.AsText()) is { } time)
        {
            return time;
        }

        Report(value.ValueKind == JsonValueKind.String ? OcppViolation.Property : OcppViolation.Type, $"{name} must be a date and time.");
        return null;
    }

    /// <summary>The objects of a list, at most <paramref name="most"/>; what is wrong with them is wrong with this.</summary>
    public IEnumerable<OcppFields> List(string name, int most, bool required = true)
    {
        var value = Find(name, required);
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(OcppViolation.Type, $"{name} must be a list.");
            yield break;
        }

        if (value.GetArrayLength() > most)
        {
            Report(OcppViolation.Occurrence, $"{name} must have at most {most} entries.");
        }

        foreach (var item in value.EnumerateArray().Take(most))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new OcppFields(item) { _parent = this };
            }
            else
            {
                Report(OcppViolation.Type, $"{name} must hold objects.");
            }
        }
    }

    /// <summary>Notes a violation that a reader has found by itself.</summary>
    public void Report(string code, string words)
    {
        Violation ??= new OcppViolation(code, words);
        _parent?.Report(code, words);
    }

    private JsonElement Find(string name, bool required)
    {
        if (payload.ValueKind == JsonValueKind.Object && payload.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        if (required)
        {
            Report(OcppViolation.Occurrence, $"{name} is missing.");
        }

        return default;
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    /// <summary>Meters that count in fractions, and numbers in quotation marks.</summary>
    private static int? Salvage(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.AsText();
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < int.MaxValue
            ? (int)Math.Round(number)
            : null;
    }
}
