using System.Globalization;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>A device that has been reached, with the tokens of its relays and inputs. Immutable.</summary>
internal sealed record OnvifConnection(OnvifDevice Device, IReadOnlyList<string> Relays, IReadOnlyList<string> Inputs)
{
    /// <summary>The token of a relay; a number counts from 0 in the device's own order.</summary>
    /// <exception cref="DeviceFaultException">There is no such relay; the message names those that there are.</exception>
    public string Relay(LineAddress address) => Token(address, Relays)
        ?? throw new DeviceFaultException($"The ONVIF device has no relay {address}. It has: {(Relays.Count == 0 ? "none" : string.Join(", ", Relays))}.");

    /// <summary>
    /// The token of an input; null when there is none. A device that does not list its inputs is taken at its word when one is named.
    /// </summary>
    public string? Input(LineAddress address) => Inputs.Count == 0 ? address.Name : Token(address, Inputs);

    private static string? Token(LineAddress address, IReadOnlyList<string> tokens) => address switch
    {
        { Name: { } name } => tokens.Contains(name, StringComparer.Ordinal) ? name : null,
        { Number: var number } => number >= 0 && number < tokens.Count ? tokens[number] : null,
    };

    /// <summary>Facts for the device's health record.</summary>
    public IReadOnlyDictionary<string, string> Details() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["relays"] = string.Join(", ", Relays),
        ["inputs"] = string.Join(", ", Inputs),
        ["clock-offset-s"] = Device.ClockOffset.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture),
    };
}
