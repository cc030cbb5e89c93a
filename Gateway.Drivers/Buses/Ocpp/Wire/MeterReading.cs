namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>What a charger has measured at one instant; null: no instant that could be read.</summary>
internal sealed record MeterReading(DateTimeOffset? Timestamp, OcppMeter Values)
{
    /// <summary>Reads a list of readings in its order; those without a value that we know are left out.</summary>
    public static IReadOnlyList<MeterReading> ReadAll(OcppFields fields, string name, bool required)
    {
        List<MeterReading> readings = [];
        foreach (var reading in fields.List(name, OcppLimits.Readings, required))
        {
            var timestamp = reading.Time("timestamp");
            var values = new MeterSum();
            foreach (var sample in reading.List("sampledValue", OcppLimits.Values))
            {
                values.Add(sample);
            }

            if (values.Any)
            {
                readings.Add(new MeterReading(timestamp, values.ToMeter()));
            }
        }

        return readings;
    }
}
