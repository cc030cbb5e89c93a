namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>One call for help, from the press of the button to the lamp's return to rest. Immutable.</summary>
/// <param name="Id">Names the call in every record.</param>
/// <param name="Test">True for a drill.</param>
public sealed record Press(Guid Id, bool Test);
