using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>Reads a meter's register map.</summary>
internal static class MeterKeys
{
    private static readonly string[] Tables = ["holding", "input"];
    private static readonly string[] Types = ["uint16", "int16", "uint32", "int32", "float32"];
    private static readonly string[] Orders = ["abcd", "cdab", "badc", "dcba"];

    /// <summary>The map in <c>meter</c>'s section.</summary>
    public static MeterMap Read(JsonSection section, HardwareContext context)
    {
        var table = context.OneOf(section, "table", Tables, "input") == "holding" ? RegisterTable.Holding : RegisterTable.Input;
        var order = Order(section, context, RegisterOrder.Abcd);
        return new MeterMap(
            table,
            Value(section, "power", order, context, required: true) ?? new MeterValue(0, new RegisterFormat(RegisterType.Word)),
            Value(section, "voltage", order, context),
            Value(section, "current", order, context),
            Value(section, "energy", order, context),
            Value(section, "temperature", order, context));
    }

    private static MeterValue? Value(JsonSection parent, string name, RegisterOrder usual, HardwareContext context, bool required = false)
    {
        if (parent.Section(name, required) is not { } section)
        {
            return null;
        }

        var address = section.Whole("address", 0, 65534);
        var type = (RegisterType)Math.Max(0, Array.IndexOf(Types, context.OneOf(section, "type", Types)));
        var value = new MeterValue(address, new RegisterFormat(type, Order(section, context, usual), section.Number("scale", -1e6, 1e6, 1)));
        if (value.Format.Scale == 0)
        {
            context.Fault(section, "scale", "不能为 0：否则读数总是零", "must not be 0: every reading would be zero");
        }

        section.Close();
        return value;
    }

    private static RegisterOrder Order(JsonSection section, HardwareContext context, RegisterOrder usual) =>
        (RegisterOrder)Math.Max(0, Array.IndexOf(Orders, context.OneOf(section, "order", Orders, Orders[(int)usual])));
}
