using System.ComponentModel.DataAnnotations;

namespace Gateway.Edge.Perception.Models;

/// <summary>Configuration section <c>Models</c>.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Models";

    /// <summary>Folder of the model files. Default: <c>models</c> beside the program.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine(AppContext.BaseDirectory, "models");

    /// <summary>Threads inside one model call, 1 to 16. Default 1: these models gain little from more, and several gates share the cores.</summary>
    [Range(1, 16)]
    public int IntraOpThreads { get; set; } = 1;
}
