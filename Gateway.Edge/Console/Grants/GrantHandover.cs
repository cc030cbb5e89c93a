using System.Net;
using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Console.Grants;

/// <summary>
/// Gives workers what they pass with, and takes it back. Such a pass has no end of its own: the grant has one, and the gate says so. What is given is
/// on record before it is. Safe for use by several threads.
/// </summary>
internal sealed class GrantHandover(
    PassBook passes, PassSecrets secrets, GrantBook grants, GrantWords words, GrantGates gates, IVehicleDesk vehicles, IJournal journal, TimeProvider time, ILogger<GrantHandover> logger)
{
    /// <summary>What stands against giving a card, before anything is granted; null when nothing does.</summary>
    /// <param name="number">As typed.</param>
    /// <param name="worker">Who is to hold it; null for a new person.</param>
    public LocalizedText? CardFault(string? number, Guid? worker)
    {
        if (number is null)
        {
            return Standing(worker).Any(pass => pass.Kind == PassKind.Card) ? null : GrantFormTexts.NoCard;
        }

        return !CardNumber.IsValid(number) ? PassFault.BadCard.Reason
            : passes.OfCard(number) is { } held && held.Subject != worker && !IsFree(held) ? GrantWords.Fill(GrantFormTexts.CardTaken, Holder(held))
            : null;
    }

    /// <summary>Gives a code for the phone, or the card of that number. One that is held already stays.</summary>
    /// <returns>Why not; null when the worker holds it.</returns>
    public async Task<LocalizedText?> GiveAsync(HttpContext context, Guid worker, string? card)
    {
        if (card is null && Standing(worker).Any(pass => pass.Kind == PassKind.Code))
        {
            return null;
        }

        if (card is not null && passes.OfCard(card) is { } held)
        {
            if (held.Subject == worker)
            {
                return null;
            }

            // The grant it came with is over: the card lies in the drawer again.
            if (IsFree(held) && await TakeBackAsync(context, held.Id) is { } kept)
            {
                return kept;
            }
        }

        var request = new PassRequest(worker, card);
        if (passes.Fault(request) is { } wrong)
        {
            return wrong.Reason;
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, "pass-issue", ActionAudit.Gateway, GrantWords.Fill(card is null ? GrantTexts.CodeGiven : GrantTexts.CardGiven, worker)) is not null)
        {
            return GrantTexts.NotOnRecord;
        }

        try
        {
            return passes.Issue(request).Fault?.Reason;
        }
        catch (SqliteException error)
        {
            PassesLog.NotGiven(logger, error);
            return GrantTexts.NotOnDisk;
        }
    }

    /// <summary>Takes a pass back, at every gate at once.</summary>
    /// <returns>Why that may not last; null when it does, and where there is no such pass.</returns>
    public async Task<LocalizedText?> TakeBackAsync(HttpContext context, Guid pass)
    {
        if (passes.Revoke(pass) is not var (taken, onDisk))
        {
            return null;
        }

        await ActionAudit.RecordAsync(journal, logger, context, "pass-revoke", ActionAudit.Gateway, GrantWords.Fill(GrantTexts.PassTaken, taken.Subject, pass));
        return onDisk ? null : GrantTexts.NotTakenForGood;
    }

    /// <summary>Whether a pass is one of a worker's: nobody takes back another's by naming it.</summary>
    public bool IsOf(Guid pass, Guid worker) => passes.Find(pass) is { } found && found.Subject == worker;

    /// <summary>What the worker of a grant is told and given.</summary>
    public async Task<HandoverView> OfAsync(GrantView view, HttpRequest request, CancellationToken cancellationToken)
    {
        var live = view.Grant.IsLive;
        var held = live ? Standing(view.Worker.Id) : [];
        var code = held.FirstOrDefault(pass => pass.Kind == PassKind.Code);
        var cards = held.Where(pass => pass.Kind == PassKind.Card).Select(pass => new HandoverCard(pass.Id, pass.Hint ?? "")).ToList();
        var plates = await PlatesAsync(view.Grant, cancellationToken);
        return new HandoverView(
            words.Sentence(view, plates),
            code is null ? null : $"{request.Scheme}://{request.Host}/pass/{PassAddress.Key(secrets, code.Id)}",
            code?.Id,
            cards,
            live ? [.. AtGate(view, code is not null, cards.Count > 0, plates.Count > 0)] : [],
            request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)),
            live && code is null);
    }

    private IEnumerable<LocalizedText> AtGate(GrantView view, bool code, bool card, bool vehicles)
    {
        if (view.Worker.Templates > 0)
        {
            yield return GrantTexts.AtGateFace;
        }

        if (code)
        {
            yield return GrantTexts.AtGateCode;
        }

        if (card)
        {
            yield return GrantTexts.AtGateCard;
        }

        if (view.Worker.Templates == 0 && !code && !card)
        {
            yield return GrantTexts.AtGateNothing;
        }
        else if (view.Worker.Templates == 0 && gates.Lacking(view.Grant.Places, Kinds(code, card)) is { } lacking)
        {
            yield return GrantWords.Fill(!card ? GrantTexts.NoCodeReader : !code ? GrantTexts.NoCardReader : GrantTexts.NoReader, lacking);
        }

        if (vehicles)
        {
            yield return GrantTexts.AtBarrier;
        }
    }

    private async Task<IReadOnlyList<string>> PlatesAsync(Access.Grants.Grant grant, CancellationToken cancellationToken)
    {
        var plates = new List<string>();
        foreach (var id in grant.Vehicles)
        {
            if (await vehicles.ShowAsync(id, cancellationToken) is { } vehicle)
            {
                plates.Add(vehicle.Plate.Display);
            }
        }

        return plates;
    }

    private List<Pass> Standing(Guid? worker) =>
        worker is { } id ? [.. passes.List(id).Where(pass => pass.StandsAt(time.GetUtcNow()) && pass.Until is null)] : [];

    private static CredentialKind[] Kinds(bool code, bool card) => (code, card) switch
    {
        (true, true) => [CredentialKind.Qr, CredentialKind.Card],
        (true, false) => [CredentialKind.Qr],
        _ => [CredentialKind.Card],
    };

    // Of a worker whose grants are all over.
    private bool IsFree(Pass pass) => grants.Now.Worker(pass.Subject) is not null && !grants.Now.GrantsOf(pass.Subject).Any(grant => grant.IsLive);

    private LocalizedText Holder(Pass pass) => grants.Now.Worker(pass.Subject) is { } worker ? new(worker.Name, worker.Name) : GrantFormTexts.AResident;
}
