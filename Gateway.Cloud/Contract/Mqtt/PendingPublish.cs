namespace Gateway.Cloud.Contract.Mqtt;

/// <summary>A publish that waits for the broker's word.</summary>
internal sealed class PendingPublish() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private CancellationTokenRegistration _cancellation;

    /// <summary>Lets the caller give up; the message itself stays under way.</summary>
    public void CancelOn(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(
                static (pending, token) => ((PendingPublish)pending!).TrySetCanceled(token), this);
        }
    }

    /// <summary>The broker has answered.</summary>
    public void Answer(int reason)
    {
        _cancellation.Unregister();
        if (reason < MqttReason.FirstFailure)
        {
            TrySetResult();
        }
        else
        {
            TrySetException(new MqttFaultException($"The broker refused a message on {Message.Topic}: {MqttReason.Of(reason)}.") { ReasonCode = reason });
        }
    }

    public required MqttMessage Message { get; init; }
}
