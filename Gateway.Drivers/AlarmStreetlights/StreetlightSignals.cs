namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>What a streetlight's outputs are to be.</summary>
internal readonly record struct StreetlightSignals(bool Lamp, bool Strobe, bool Siren);
