using System.Text.Json;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>The result of GetConfiguration.</summary>
internal static class ConfigurationAnswer
{
    /// <summary>Characters of a key (CiString50Type).</summary>
    public const int KeyLength = 50;

    /// <summary>Characters of a value (CiString500Type).</summary>
    public const int ValueLength = 500;

    /// <summary>The specification lists some seventy keys; makers add their own.</summary>
    private const int MostKeys = 512;

    /// <summary>The settings by key, without regard to case, as the protocol compares them. What cannot be read is left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(JsonElement answer)
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in new OcppFields(answer).List("configurationKey", MostKeys, required: false))
        {
            if (setting.Text("key", KeyLength, required: true) is { Length: > 0 } key)
            {
                settings[key] = setting.Text("value", ValueLength) ?? "";
            }
        }

        return settings;
    }
}
