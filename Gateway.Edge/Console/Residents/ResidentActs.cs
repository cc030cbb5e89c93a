using Gateway.Cloud.Contract;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Console.Residents;

/// <summary>What a resident's own page does besides the face: cards, codes, the lease; and what it shows of them.</summary>
internal sealed class ResidentActs(
    PassBook book, PassSecrets secrets, GrantBook grants, ICompoundDesk compound, ResidentFinder finder, ResidentWords words, IJournal journal, ConsoleClock clock, TimeProvider time, ILogger<ResidentActs> logger)
{
    /// <summary>What opens gates for somebody now, newest first.</summary>
    public IReadOnlyList<PassLine> PassesOf(Guid resident) =>
        [.. book.Standing(new HashSet<Guid> { resident })[resident].OrderByDescending(pass => pass.Issued).Select(words.Line)];

    /// <summary>When the lease ends; null for owners.</summary>
    public DateTimeOffset? LeaseOf(Guid resident) => grants.Now.Leases.TryGetValue(resident, out var end) ? end : null;

    /// <summary>The vehicles of a flat.</summary>
    public IReadOnlyList<CarLine> VehiclesOf(string unit) => [.. finder.OfFlats([unit])[unit].Select(vehicle => new CarLine(vehicle.Id, PlateView.Of(vehicle.Plate)))];

    /// <summary>The lease's end that a form names; a fault where it names none.</summary>
    public (DateTimeOffset? End, LocalizedText? Fault) ReadLease(ResidentForm form) => form.Lease(clock, time) is (null, null) ? (null, ResidentFormTexts.NoTime) : form.Lease(clock, time);

    /// <summary>Sets the lease's end; null for none.</summary>
    public Task<bool> SetLeaseAsync(Guid resident, DateTimeOffset? end, string by, CancellationToken cancellationToken) => compound.SetLeaseAsync(resident, end, by, cancellationToken);

    /// <summary>Gives a card or a code, or takes one back. A code's page is answered once: whoever has its address can pass.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It could not be written; nothing was given.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be put on record; nothing was given.</exception>
    public Task<(LocalizedText? Fault, string? Page)> DoAsync(HttpContext context, Guid resident, PassForm form) => form.Deed switch
    {
        PassForm.Revoke => RevokeAsync(context, resident, form.Id),
        PassForm.GiveCard => GiveAsync(context, new PassRequest(resident, form.Card ?? "")),
        PassForm.GiveCode => GiveAsync(context, new PassRequest(resident)),
        _ => Task.FromResult<(LocalizedText?, string?)>((ResidentFormTexts.PutRight, null)),
    };

    private async Task<(LocalizedText? Fault, string? Page)> GiveAsync(HttpContext context, PassRequest request)
    {
        if (book.Fault(request) is { } wrong)
        {
            return (wrong.Reason, null);
        }

        var deed = request.Card is null
            ? new LocalizedText($"为 {request.Subject} 发放通行码", $"A code is given to {request.Subject}")
            : new LocalizedText($"为 {request.Subject} 登记门卡", $"A card is given to {request.Subject}");
        if (await ActionAudit.RecordAsync(journal, logger, context, "pass-issue", ActionAudit.Gateway, deed) is not null)
        {
            return (ResidentFormTexts.NotRecorded, null);
        }

        var (pass, fault) = book.Issue(request);
        return pass is null ? (fault!.Reason, null)
            : (null, pass.Kind == PassKind.Code ? $"{context.Request.Scheme}://{context.Request.Host}/pass/{PassAddress.Key(secrets, pass.Id)}" : null);
    }

    // Taken back first: a card that was lost must open nothing, also while the journal cannot keep up. That is logged then.
    private async Task<(LocalizedText? Fault, string? Page)> RevokeAsync(HttpContext context, Guid resident, string? id)
    {
        if (!Guid.TryParse(id, out var known) || book.Find(known)?.Subject != resident || book.Revoke(known) is not { } done)
        {
            return (ResidentFormTexts.PutRight, null);
        }

        var deed = new LocalizedText($"停用 {resident} 的通行凭证 {known}", $"Pass {known} of {resident} is taken back");
        await ActionAudit.RecordAsync(journal, logger, context, "pass-revoke", ActionAudit.Gateway, deed);
        return (done.OnDisk ? null : ResidentPageTexts.NotOnDisk, null);
    }
}
