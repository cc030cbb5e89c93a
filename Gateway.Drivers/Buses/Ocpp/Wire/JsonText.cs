using System.Text.Json;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

internal static class JsonText
{
    /// <summary>The text of a value; null where it is none, also where it holds half of a surrogate pair, which is no text.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
