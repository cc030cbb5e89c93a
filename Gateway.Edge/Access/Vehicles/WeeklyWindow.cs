namespace Gateway.Edge.Access.Vehicles;

/// <summary>Some hours of one day of the week, in the compound's time.</summary>
/// <param name="Day">The day on which it begins.</param>
/// <param name="From">From, included.</param>
/// <param name="To">To, excluded. At or before <paramref name="From"/> it is the next day's: 22:00-02:00, and 00:00-00:00 is a whole day.</param>
internal readonly record struct WeeklyWindow(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>True at this local time.</summary>
    public bool Contains(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (To > From)
        {
            return local.DayOfWeek == Day && time >= From && time < To;
        }

        return (local.DayOfWeek == Day && time >= From) || (local.AddDays(-1).DayOfWeek == Day && time < To);
    }
}
