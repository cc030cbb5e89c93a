using System.Threading.Channels;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What waits to be told to one lane, in order. Written by anyone, read by the lane, and by whoever ends it.</summary>
internal sealed class LaneInbox
{
    /// <summary>Seconds of a camera's frames; more waits only while a relay hangs.</summary>
    private const int Capacity = 512;

    private readonly Channel<LaneInput> _inputs = Channel.CreateBounded<LaneInput>(Capacity);

    /// <summary>For the lane.</summary>
    public ChannelReader<LaneInput> Inputs => _inputs.Reader;

    /// <summary>Takes what happened; false where the lane has ended, or does not come round: then it does not know.</summary>
    public bool TryPost(Action<LaneMachine, Moment> tell) => _inputs.Writer.TryWrite(new LaneInput(tell));

    /// <summary>The same with word of what became of it.</summary>
    public bool TryPost(LaneInput input) => _inputs.Writer.TryWrite(input);

    /// <summary>Nothing is taken any more.</summary>
    public void Close() => _inputs.Writer.TryComplete();

    /// <summary>
    /// Takes out what no lane will hear any more: whoever waits for an order is told that it is not done. Nothing must be taken any more.
    /// </summary>
    /// <returns>Passages that are to be put on record otherwise.</returns>
    public IReadOnlyList<BarrierObserved> TakeLeft()
    {
        List<BarrierObserved> left = [];
        while (_inputs.Reader.TryRead(out var input))
        {
            input.Done?.TrySetResult(new DeviceFaultException("the lane has ended, and gives no order any more."));
            if (input.Observed is { } observed)
            {
                left.Add(observed);
            }
        }

        return left;
    }
}
