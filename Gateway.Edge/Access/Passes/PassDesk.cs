using Gateway.Cloud.Contract;
using Gateway.Edge.Journal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Passes;

/// <summary>Gives passes and takes them back for whoever asks over HTTP, be it a program or a page. What is given is on record before it is.</summary>
internal sealed class PassDesk(PassBook book, PassSecrets secrets, IJournal journal, ILogger<PassBook> logger)
{
    /// <summary>Gives a pass; exactly one of the answers is set.</summary>
    /// <returns>The pass with what is told of it this once, the fault of the request, or the problem that nothing was given for.</returns>
    public async Task<(IssuedPass? Issued, PassFault? Fault, ProblemHttpResult? Problem)> IssueAsync(PassRequest request, HttpContext context)
    {
        if (book.Fault(request) is { } wrong)
        {
            return (null, wrong, null);
        }

        if (await ActionAudit.RecordAsync(journal, logger, context, "pass-issue", ActionAudit.Gateway, WordsOf(request)) is { } unrecorded)
        {
            return (null, null, unrecorded);
        }

        try
        {
            var (pass, pin, fault) = request.Pin ? book.IssuePin(request) : WithoutPin(book.Issue(request));
            return pass is null ? (null, fault, null) : (new IssuedPass(pass, pass.Kind == PassKind.Code ? $"/pass/{PassAddress.Key(secrets, pass.Id)}" : null, pin), null, null);
        }
        catch (SqliteException error)
        {
            PassesLog.NotGiven(logger, error);
            return (null, null, TypedResults.Problem(
                "Nothing was given, because it could not be written to the disk. Look whether the disk is full, and give it again.", statusCode: StatusCodes.Status503ServiceUnavailable));
        }
    }

    /// <summary>Takes a pass back; null where there is none.</summary>
    public async Task<Revocation?> RevokeAsync(Guid id, HttpContext context)
    {
        // Taken back first: a card that was lost must open nothing, also while the journal cannot keep up. That is logged then.
        if (book.Revoke(id) is not { } revocation)
        {
            return null;
        }

        var words = new LocalizedText($"停用 {revocation.Pass.Subject} 的通行凭证 {id}", $"Pass {id} of {revocation.Pass.Subject} is taken back");
        await ActionAudit.RecordAsync(journal, logger, context, "pass-revoke", ActionAudit.Gateway, words);
        return revocation;
    }

    private static (Pass? Pass, string? Pin, PassFault? Fault) WithoutPin((Pass? Pass, PassFault? Fault) answer) => (answer.Pass, null, answer.Fault);

    private static LocalizedText WordsOf(PassRequest request) =>
        request.Pin ? new($"为 {request.Subject} 发放通行密码", $"A PIN is given to {request.Subject}")
        : request.Card is null ? new($"为 {request.Subject} 发放通行码", $"A code is given to {request.Subject}")
        : new($"为 {request.Subject} 登记门卡", $"A card is given to {request.Subject}");
}
