using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Export;

/// <summary>One store's share of an export's progress; told at once, on whatever thread tells it.</summary>
internal sealed class StoreProgress(ExportJob job, LocalizedText stage, double from, double share) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => job.Tell(from + (Math.Clamp(value, 0, 1) * share), stage);
}
