namespace Gateway.Edge.Perception.Models;

/// <summary>What a look at a model's file showed.</summary>
internal enum ModelState
{
    /// <summary>Present, with the promised digest.</summary>
    Ready,

    /// <summary>No such file, or not readable.</summary>
    Missing,

    /// <summary>Present with another digest: damaged, replaced, or of another version.</summary>
    Altered,
}
