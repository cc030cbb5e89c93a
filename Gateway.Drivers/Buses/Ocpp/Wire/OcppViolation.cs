namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>How a message breaks the protocol: the error code that answers it, and words for the answer and the log.</summary>
/// <param name="Code">One of the codes below, spelled as in OCPP-J 1.6.</param>
/// <param name="Words">At most 255 characters, made of our own words and names of fields: never of what the charger sent.</param>
internal sealed record OcppViolation(string Code, string Words)
{
    public const string NotImplemented = "NotImplemented";
    public const string InternalError = "InternalError";
    public const string ProtocolError = "ProtocolError";
    public const string Formation = "FormationViolation";
    public const string Property = "PropertyConstraintViolation";

    /// <summary>The specification itself writes it with one r.</summary>
    public const string Occurrence = "OccurenceConstraintViolation";
    public const string Type = "TypeConstraintViolation";
}
