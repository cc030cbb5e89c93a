namespace Gateway.Edge.Charging.Rules;

/// <summary>What is known of an outlet at one moment of its session.</summary>
/// <param name="At">Since the begin, by a clock that never jumps. One that runs backwards is taken for standing still.</param>
/// <param name="Wall">The same by the wall clock, which may jump.</param>
/// <param name="Watts">Power; null while the meter is silent.</param>
/// <param name="WattHours">The meter's counter; null where it has none.</param>
/// <param name="Celsius">Of the outlet; null where nothing measures it.</param>
/// <param name="Volts">Of the mains; null where nothing measures it.</param>
internal readonly record struct ChargeSample(
    TimeSpan At, DateTimeOffset Wall, double? Watts, double? WattHours = null, double? Celsius = null, double? Volts = null);
