using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Access;

/// <summary>How registries travel over the gateway's own API: strict, so that a misspelt field is refused instead of ignored.</summary>
internal static class StrictJson
{
    /// <summary>New options, to be kept: names in camel case, no field that is not known, none missing, no number as text.</summary>
    /// <param name="converters">For values that have a form of their own.</param>
    public static JsonSerializerOptions With(params ReadOnlySpan<JsonConverter> converters)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = JavaScriptEncoder.Default,
        };
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return options;
    }
}
