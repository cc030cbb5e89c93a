using EdgeGateway.Testing;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Tests.Perception.Faces;

namespace Gateway.Edge.Tests.Perception.Models;

public sealed class ModelRunTests
{
    [Fact]
    public void Run_allocates_nothing()
    {
        using var run = FaceModels.Registry.CreateRun(ModelNames.FaceLandmarks);
        for (var warm = 0; warm < 5; warm++)
        {
            run.Run();
        }

        Assert.Equal(0, Allocations.Least(() =>
        {
            for (var index = 0; index < 50; index++)
            {
                run.Run();
            }
        }));
    }

    [Fact]
    public void Runs_of_one_model_share_the_session_but_no_buffers()
    {
        using var one = FaceModels.Registry.CreateRun(ModelNames.FaceLandmarks);
        using var other = FaceModels.Registry.CreateRun(ModelNames.FaceLandmarks);
        Array.Fill(one.Input, 0.2f);
        Array.Fill(other.Input, 0.9f);

        one.Run();
        other.Run();

        Assert.Same(FaceModels.Registry.Session(ModelNames.FaceLandmarks), FaceModels.Registry.Session(ModelNames.FaceLandmarks));
        Assert.False(one.Output().SequenceEqual(other.Output()));
    }

    [Fact]
    public void Same_input_gives_the_same_output_from_two_threads_at_once()
    {
        using var one = FaceModels.Registry.CreateRun(ModelNames.FaceEmbedding);
        using var other = FaceModels.Registry.CreateRun(ModelNames.FaceEmbedding);
        var random = new Random(3);
        for (var index = 0; index < one.Input.Length; index++)
        {
            one.Input[index] = other.Input[index] = (float)random.NextDouble();
        }

        Parallel.Invoke(one.Run, other.Run);

        Assert.True(one.Output().SequenceEqual(other.Output()));
    }

    [Fact]
    public void Unknown_output_is_refused_with_the_known_ones()
    {
        using var run = FaceModels.Registry.CreateRun(ModelNames.FaceDetector);

        Assert.Contains("scores", Assert.Throws<ModelFaultException>(() => run.Output("mood").Length).Message, StringComparison.Ordinal);
    }
}
