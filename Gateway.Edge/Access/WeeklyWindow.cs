namespace Gateway.Edge.Access;

/// <summary>Some hours of one day of the week, in the compound's time.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">From, included.</param>
/// <param name="To">To, excluded. At or before <paramref name="From"/> it is the next day's: 22:00-02:00, and 00:00-00:00 is a whole day.</param>
internal readonly record struct WeeklyWindow(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>True at this local time, where <paramref name="counts"/> says of the day on which the window began that it counts.</summary>
    public bool Contains(DateTime local, Func<DateOnly, bool> counts)
    {
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (To > From)
        {
            return today.DayOfWeek == Day && time >= From && time < To && counts(today);
        }

        return (today.DayOfWeek == Day && time >= From && counts(today))
            || (time < To && today > DateOnly.MinValue && today.AddDays(-1).DayOfWeek == Day && counts(today.AddDays(-1)));
    }
}
