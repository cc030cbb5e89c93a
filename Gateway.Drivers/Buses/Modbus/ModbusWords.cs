using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Modbus;

/// <summary>What went wrong on a bus, in words that say what to check.</summary>
internal static class ModbusWords
{
    public static DeviceFaultException Failed(ModbusSettings bus, ModbusCall call, int tries, ModbusException error)
    {
        var what = error.Code is { } code and not (10 or 11) ? Refused(code, call) : error.Fault switch
        {
            ModbusFault.NoAnswer => $"no answer within {bus.Timeout.TotalMilliseconds:0} ms{Times(tries)}: {bus.SilenceAdvice}.",
            ModbusFault.Garbage => $"what came back is no answer ({error.Message}){Times(tries)}: check for a second master or a second unit of this number, and for interference.",
            _ => $"the connection broke ({error.Message}){Times(tries)}: {bus.Advice}.",
        };
        return new DeviceFaultException($"Modbus {bus.Where}, {call}: {what}", error);
    }

    public static DeviceFaultException NotConnected(ModbusSettings bus, ModbusException error) =>
        new($"Modbus {bus.Where} cannot be opened ({error.Message}): {bus.Advice}.", error);

    public static DeviceFaultException LeftAlone(ModbusSettings bus, ModbusCall call, int silences) =>
        new($"Modbus {bus.Where}, unit {call.Unit} has not answered {silences} commands in a row and is asked less often: {bus.SilenceAdvice}.");

    public static DeviceFaultException Full(ModbusSettings bus, ModbusCall call) =>
        new($"Modbus {bus.Where}, {call}: too many commands wait for this unit: raise its poll interval or the baud rate.");

    public static DeviceFaultException Closed(ModbusSettings bus) => new($"Modbus {bus.Where} is closed: the gateway stops or its hardware file changed.");

    private static string Times(int tries) => tries > 1 ? $", {tries} times" : "";

    private static string Refused(int code, ModbusCall call) => code switch
    {
        1 => "the unit does not know this function (exception 1): use the other table, holding instead of input or coils instead of discrete inputs, or check the unit number.",
        2 => $"the unit has no such address (exception 2): check it against the manual. Addresses count from 0 here, so a manual's {Numbered(call)} is {call.Address}.",
        3 => "the unit refuses the value or the number of addresses (exception 3): read fewer at once, or check the value against the manual.",
        4 => "the unit itself failed (exception 4): switch it off and on, and replace it if that does not help.",
        5 or 6 => $"the unit is busy (exception {code}) and stayed so: raise the poll interval.",
        8 => "the unit found its memory corrupt (exception 8): replace it.",
        _ => $"the unit refused (exception {code}).",
    };

    /// <summary>How manuals number it: a digit for the table, then the address counted from 1.</summary>
    private static string Numbered(ModbusCall call)
    {
        var table = call.Function switch { 2 => '1', 4 => '3', 3 or 6 or 16 => '4', _ => '0' };
        return $"{table}{call.Address + 1:0000}";
    }
}
