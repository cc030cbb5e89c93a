using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.Consents;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>The consent ledger: names go, the fact stays as the property's proof that it had the right to use the face.</summary>
internal sealed class ConsentRecords(ConsentLedger ledger) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "consents";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("同意台账", "Consent ledger");

    /// <inheritdoc/>
    public LocalizedText? Stays { get; } = new(
        "同意台账保留不含姓名的记录（不透明编号、同意书版本、同意与撤回时间），证明当时有权处理人脸；姓名随密钥一并销毁。",
        "The ledger keeps the consent without a name (opaque id, version of the text, when given and withdrawn) as proof that the face was used rightfully; the names are destroyed with their key.");

    /// <inheritdoc/>
    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var theirs = (await ledger.ListAsync(subject.Id.ToString(), cancellationToken)).Where(entry => entry.Subject == subject.Id).ToList();
        return theirs.Count == 0 ? StoreContent.Nothing : new StoreContent(
            [new("consents.json", PrivacyJson.Bytes(theirs))],
            [.. theirs.Select(entry => StoreLine.At(new LocalizedText($"同意书 {entry.Text}", $"Consent text {entry.Text}"), entry.At))]);
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var count = await ledger.ForgetAsync(subject.Id, cancellationToken);
        return new StoreErasure([new(StoreWords.Consent, count)], count == 0 ? [] : [new(StoreWords.ConsentKept, count)], count == 0 ? null : Stays, [], []);
    }
}
