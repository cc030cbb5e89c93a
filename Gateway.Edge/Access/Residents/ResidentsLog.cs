namespace Gateway.Edge.Access.Residents;

/// <summary>What the registry tells the log. Names never appear in it.</summary>
internal static partial class ResidentsLog
{
    [LoggerMessage(1, LogLevel.Information, "{Residents} residents with {Templates} templates are loaded")]
    public static partial void Loaded(this ILogger logger, int residents, int templates);

    [LoggerMessage(2, LogLevel.Error, "The templates of resident {Resident} cannot be opened; enrol them again. The gates do not know them until then")]
    public static partial void TemplatesUnreadable(this ILogger logger, Guid resident, Exception error);

    [LoggerMessage(5, LogLevel.Error, "The gallery has no room for resident {Resident}; withdraw residents who have moved away and restart. The gates do not know this one until then")]
    public static partial void GalleryFull(this ILogger logger, Guid resident, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "Audit facts wait for the journal")]
    public static partial void AuditWaits(this ILogger logger, Exception error);

    [LoggerMessage(4, LogLevel.Critical, "{Reason}")]
    public static partial void RegistryDamaged(this ILogger logger, string reason);
}
