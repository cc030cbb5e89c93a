namespace Gateway.Edge.Privacy.Inventory;

/// <summary>Counts working days: Monday to Friday without the compound's holidays. A day worked in place of a holiday is not known here: the real last day may be earlier.</summary>
internal static class WorkingDays
{
    /// <summary>The last of so many working days after a day.</summary>
    public static DateOnly After(DateOnly day, int count, IReadOnlySet<DateOnly> holidays)
    {
        for (var left = count; left > 0;)
        {
            day = day.AddDays(1);
            left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(day) ? 0 : 1;
        }

        return day;
    }
}
