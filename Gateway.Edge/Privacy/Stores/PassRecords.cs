using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>Cards and codes. What opens a gate is no part of an export: a card's number is kept as a hash alone.</summary>
internal sealed class PassRecords(PassBook book) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "passes";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = StoreWords.Pass;

    /// <inheritdoc/>
    public LocalizedText? Stays => null;

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var passes = book.List(subject.Id);
        return Task.FromResult(passes.Count == 0 ? StoreContent.Nothing : new StoreContent(
            [new("passes.json", PrivacyJson.Bytes(passes))],
            [.. passes.Select(pass => StoreLine.Of(pass.Kind switch { PassKind.Card => StoreWords.Card, PassKind.Code => StoreWords.Code, _ => StoreWords.Pin }, $"{pass.Hint ?? ""} {pass.Issued:yyyy-MM-dd HH:mm zzz}".Trim()))]));
    }

    /// <inheritdoc/>
    public Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken) =>
        Task.FromResult(StoreErasure.Done(new StoreCount(StoreWords.Pass, book.Erase(subject.Id))));
}
