using Gateway.Edge.Digest.Reading;

namespace Gateway.Edge.Digest.Counts;

/// <summary>How many records of a sort there were on a day.</summary>
/// <param name="Day">The day, in the compound's time.</param>
/// <param name="Sort">Of what.</param>
/// <param name="Count">How many.</param>
internal sealed record DayCount(DateOnly Day, EventSort Sort, long Count);
