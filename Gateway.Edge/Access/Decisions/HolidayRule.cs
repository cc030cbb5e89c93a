namespace Gateway.Edge.Access.Decisions;

/// <summary>What a grant's windows have to do with the compound's holidays. The day on which a window begins counts, also past midnight.</summary>
internal enum HolidayRule
{
    /// <summary>Holidays are days like others.</summary>
    AnyDay,

    /// <summary>No window begins on a holiday.</summary>
    NotOnHolidays,

    /// <summary>Windows begin on holidays only.</summary>
    OnlyOnHolidays,
}
