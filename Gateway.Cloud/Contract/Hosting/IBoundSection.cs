namespace Gateway.Cloud.Contract.Hosting;

/// <summary>A section of the settings that something reads.</summary>
internal interface IBoundSection
{
    /// <summary>Its name in the settings file.</summary>
    string Section { get; }
}
