using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Charging;

/// <summary>A charging shed as the console shows it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Trouble">What is wrong with the whole device; null while it works.</param>
/// <param name="Outlets">In the order of the hardware file.</param>
public sealed record ShedCard(string Id, LocalizedText Name, LocalizedText? Trouble, IReadOnlyList<OutletCard> Outlets);
