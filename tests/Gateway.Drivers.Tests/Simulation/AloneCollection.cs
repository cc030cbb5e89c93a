namespace Gateway.Drivers.Tests.Simulation;

/// <summary>Tests that look at the whole process, such as its memory: they run after the others, by themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
