using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Digest;

/// <summary>
/// The digest: by which opaque ids and plates the journal's records are found. It holds nothing that the journal does not, so that the journal's
/// part of an export is all of it.
/// </summary>
internal sealed class DigestRecords(DigestKeeper keeper) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "digest";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("日志检索", "Index of the journal");

    /// <inheritdoc/>
    public LocalizedText? Stays { get; } = new(
        "检索只指向日志中的记录。日志还保留这些记录时，若检索文件损坏而须从日志重建，可再次按编号和车牌查到它们。",
        "The index only points at records of the journal. While the journal still holds them, an index that was damaged and is made again from it finds them by id and plate once more.");

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken) => Task.FromResult(StoreContent.Nothing);

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        // What the digest lacks yet would be found by it later.
        await keeper.CatchUpAsync(cancellationToken);
        var forgotten = await keeper.ForgetAsync([subject.Id.ToString("N")], subject.Plates, cancellationToken);
        return new StoreErasure(forgotten == 0 ? [] : [new(new LocalizedText("日志检索条目", "Entries of the journal's index"), forgotten)], [], forgotten == 0 ? null : Stays, [], []);
    }
}
