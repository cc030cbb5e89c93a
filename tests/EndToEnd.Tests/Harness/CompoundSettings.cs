using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Harness;

/// <summary>What a test wants of its compound.</summary>
internal sealed record CompoundSettings
{
    /// <summary>The hardware file's text.</summary>
    public required string Hardware { get; init; }

    /// <summary>Id of the compound.</summary>
    public string Compound { get; init; } = "trial-garden";

    /// <summary>Sections that are laid over the gateway's usual settings, key by key.</summary>
    public JsonObject Gateway { get; init; } = [];

    /// <summary>Sections that are laid over the station's usual settings, key by key.</summary>
    public JsonObject Station { get; init; } = [];
}
