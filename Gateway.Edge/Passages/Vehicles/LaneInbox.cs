using System.Threading.Channels;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What waits to be told to one lane, in order. Written by anyone, read by the lane alone.</summary>
internal sealed class LaneInbox
{
    /// <summary>Seconds of a camera's frames; more waits only while a relay hangs.</summary>
    private const int Capacity = 512;

    private readonly Channel<LaneInput> _inputs = Channel.CreateBounded<LaneInput>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>For the lane.</summary>
    public ChannelReader<LaneInput> Inputs => _inputs.Reader;

    /// <summary>Takes what happened; false where the lane has ended, or does not come round: then it does not know.</summary>
    public bool TryPost(Action<LaneMachine, Moment> tell) => _inputs.Writer.TryWrite(new LaneInput(tell));

    /// <summary>The same with word of what became of it.</summary>
    public bool TryPost(LaneInput input) => _inputs.Writer.TryWrite(input);

    /// <summary>Nothing is taken any more.</summary>
    public void Close() => _inputs.Writer.TryComplete();
}
