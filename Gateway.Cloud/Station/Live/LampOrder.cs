using Gateway.Cloud.Contract;

namespace Gateway.Cloud.Station.Live;

/// <summary>How far the order to change the lamp at the place has come.</summary>
/// <param name="IsFinished">False while it is still being sent.</param>
/// <param name="Reason">Why it is not done, as the compound said; null when nobody has said.</param>
public sealed record LampOrder(bool IsFinished, LocalizedText? Reason);
