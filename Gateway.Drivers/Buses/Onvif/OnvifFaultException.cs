namespace Gateway.Drivers.Buses.Onvif;

/// <summary>The device answered with a SOAP fault.</summary>
internal sealed class OnvifFaultException : Exception
{
    public OnvifFaultException()
    {
    }

    public OnvifFaultException(string message)
        : base(message)
    {
    }

    public OnvifFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OnvifFaultException(string operation, string code, string reason)
        : base($"{operation} was refused: {reason} ({code})") => Code = code;

    /// <summary>The fault's innermost subcode without its prefix, such as <c>NotAuthorized</c> or <c>ActionNotSupported</c>.</summary>
    public string Code { get; } = "";

    public bool NotAuthorized => Code is "NotAuthorized" or "FailedAuthentication";

    /// <summary>The device does not know the operation.</summary>
    public bool NotSupported => Code is "ActionNotSupported" or "OptionalActionNotImplemented" or "NotSupported" or "UnknownAction";
}
