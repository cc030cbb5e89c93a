using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Patrols;

/// <summary>How reports and tickets travel over the gateway's own API and lie in its store.</summary>
internal static class PatrolJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Default,
    };

    /// <summary>For a terminal: Chinese stays readable; never put into a web page.</summary>
    public static JsonSerializerOptions Printed { get; } = new(Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
