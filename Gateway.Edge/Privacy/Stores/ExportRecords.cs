using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.Export;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>Exports of the person that wait in memory.</summary>
/// <param name="desk">Asked when something is erased; the desk has the stores itself.</param>
internal sealed class ExportRecords(Lazy<ExportDesk> desk) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "exports";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = StoreWords.Export;

    /// <inheritdoc/>
    public LocalizedText? Stays { get; } = new(
        "已下载或打印的文件不在网关上，请自行销毁。", "Files that were downloaded or printed are not on the gateway: destroy them yourself.");

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken) => Task.FromResult(StoreContent.Nothing);

    /// <inheritdoc/>
    public Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken) =>
        Task.FromResult(StoreErasure.Done(new StoreCount(StoreWords.Export, desk.Value.Drop(subject.Id))));
}
