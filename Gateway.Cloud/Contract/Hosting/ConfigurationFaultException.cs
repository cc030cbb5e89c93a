namespace Gateway.Cloud.Contract.Hosting;

/// <summary>A configuration value that cannot be used. The message names its path and the fix.</summary>
public sealed class ConfigurationFaultException : Exception
{
    public ConfigurationFaultException()
    {
    }

    public ConfigurationFaultException(string message)
        : base(message)
    {
    }

    public ConfigurationFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
