using Gateway.Edge.Perception.Models;

namespace Gateway.Edge.Tests.Perception.Models;

public sealed class ModelTapsTests
{
    [Fact]
    public void Tapped_tensor_follows_the_untouched_model_as_a_further_output()
    {
        var joined = ModelTaps.Add([1, 2, 3], ["ab"]);
        Assert.Equal([1, 2, 3, 0x3A, 6, 0x62, 4, 0x0A, 2, (byte)'a', (byte)'b'], joined);
    }

    [Fact]
    public void No_taps_leave_the_model_as_it_is()
    {
        byte[] model = [1, 2, 3];
        Assert.Same(model, ModelTaps.Add(model, []));
    }

    [Fact]
    public void Names_that_cannot_be_written_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ModelTaps.Add([], [""]));
        Assert.Throws<ArgumentException>(() => ModelTaps.Add([], [new string('x', 200)]));
    }
}
