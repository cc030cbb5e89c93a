namespace Gateway.Edge.Patrols;

/// <summary>How far a patrol has come.</summary>
/// <param name="Done">Devices and buses looked over.</param>
/// <param name="All">How many there are.</param>
public sealed record PatrolProgress(int Done, int All);
