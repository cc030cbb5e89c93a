namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>The MQTT session cannot do what it was asked. The message names the option or the reason code, and the fix.</summary>
public sealed class MqttFaultException : Exception
{
    public MqttFaultException()
    {
    }

    public MqttFaultException(string message)
        : base(message)
    {
    }

    public MqttFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
