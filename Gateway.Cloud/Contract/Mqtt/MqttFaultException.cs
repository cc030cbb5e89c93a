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

    /// <summary>The MQTT 5 reason code of the broker's refusal; 0 when the fault is not the broker's answer.</summary>
    public int ReasonCode { get; init; }

    /// <summary>True when sending the same message again can never succeed: it is too large or malformed.</summary>
    public bool IsFaultOfTheMessage => MqttReason.IsFaultOfTheMessage(ReasonCode);
}
