using System.Text;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Tests.Access.Grants;
using Gateway.Edge.Tests.Access.Residents;

namespace Gateway.Edge.Tests.Access.Visitors;

/// <summary>Invitations with real files, a real journal and made-up faces; one resident lives in 3-1202.</summary>
internal sealed class VisitorBench : IDisposable
{
    public const string By = "test";

    public GrantsFixture Grants { get; } = new((services, configuration) => services.AddPasses().AddVisitors(configuration));

    public Resident Host { get; private set; } = null!;

    public InvitationDesk Desk => Grants.Get<InvitationDesk>();

    public VisitDesk Visits => Grants.Get<VisitDesk>();

    public InvitationViews Views => Grants.Get<InvitationViews>();

    public DateTimeOffset Now => Grants.Now;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task StartAsync()
    {
        await Grants.StartAsync();
        Host = await EnrolAsync(1);
    }

    /// <summary>The same with a new memory.</summary>
    public Task ReopenAsync() => Grants.ReopenAsync();

    public async Task<Resident> EnrolAsync(byte person) =>
        (await Grants.Get<IResidentDesk>().EnrolAsync(ResidentsFixture.Request(person), Stop)).Resident!;

    public InvitationDraft Draft(double hours = 2, string name = "李雷") => new(Host.Id, name, Now.AddHours(hours));

    /// <summary>Invites; the key of the link.</summary>
    public async Task<(InvitationView View, string Key)> InviteAsync(InvitationDraft? draft = null)
    {
        var change = await Desk.InviteAsync(draft ?? Draft(), By, Stop);
        Assert.True(change.Invitation is not null, string.Join(' ', change.Refusals.Select(refusal => refusal.Reason.En)));
        return (change.Invitation, change.Key!);
    }

    /// <summary>Why it is refused, by field.</summary>
    public async Task<IReadOnlyList<string>> RefusedAsync(InvitationDraft draft)
    {
        var change = await Desk.InviteAsync(draft, By, Stop);
        Assert.Null(change.Invitation);
        Assert.Null(change.Key);
        return [.. change.Refusals.Select(refusal => $"{refusal.Field}:{refusal.Code}")];
    }

    /// <summary>The visitor's face or code at a gate.</summary>
    public PassageDecision Decide(Guid invitation, string gate = "east") => Grants.Decide(Worker(invitation), gate);

    public Guid Worker(Guid invitation) => Grants.Book.Now.Find(invitation)!.Worker;

    public Task<IReadOnlyList<GrantRefusal>?> GiveFaceAsync(string key, byte person, bool consents = true) =>
        Visits.GiveFaceAsync(key, MadeUpFaces.Photo(person), consents, VisitDesk.By, Stop);

    public Task LookAsync() => Grants.Get<VisitorKeeper>().LookAsync(Stop);

    /// <summary>Every byte of the registries, and every record of the journal.</summary>
    public async Task<string> EverythingAsync()
    {
        var text = new StringBuilder();
        foreach (var file in (string[])["visitors.db", "grants.db", "passes.db"])
        {
            text.Append(Encoding.Latin1.GetString(DiskBytes.Of(Grants.Data, file)));
        }

        foreach (var record in await Grants.RecordsAsync())
        {
            text.Append(Encoding.UTF8.GetString(record.Data.Span));
        }

        return text.ToString();
    }

    public void Dispose() => Grants.Dispose();
}
