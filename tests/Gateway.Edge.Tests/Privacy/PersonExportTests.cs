using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Privacy.Export;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Privacy;

/// <summary>What a person gets who asks what is stored on them.</summary>
public sealed class PersonExportTests : IAsyncLifetime
{
    private readonly FailsOnce _slow = new();
    private ConsoleUnderTest _gateway = null!;
    private OnePerson _person = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ExportDesk Desk => _person.Get<ExportDesk>();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(services: services =>
        {
            ResidentsFixture.AddFaces(services, new MadeUpFaces());
            services.AddSingleton<IPersonStore>(_slow);
        });
        _person = new OnePerson(_gateway);
        await _person.MoveInAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Archive_holds_everything_and_its_manifest_fits()
    {
        using var archive = new ZipArchive(new MemoryStream(await ExportAsync()));
        var names = archive.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(["consents.json", "index.html", "invitations.json", "journal.json", "manifest.json", "mentions.json", "passes.json", "photos/resident-1.jpg", "photos/resident-2.jpg", "resident.json", "vehicles.json"], names.Order(StringComparer.Ordinal));
        Assert.Equal(MadeUpFaces.Photo(7), Read(archive, "photos/resident-1.jpg"));
        using var manifest = JsonDocument.Parse(Read(archive, "manifest.json"));
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("sha256").GetString(), StringComparer.Ordinal);
        Assert.Equal(names.Count - 1, files.Count);
        Assert.All(files, file => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Read(archive, file.Key))), file.Value));
        var (vehicles, journal, page) = (Text(archive, "vehicles.json"), Text(archive, "journal.json"), Text(archive, "index.html"));
        Assert.Contains(OnePerson.Phone, vehicles, StringComparison.Ordinal);
        // Who asked that the car be moved is somebody else.
        Assert.DoesNotContain("13900000002", vehicles, StringComparison.Ordinal);
        Assert.Contains("Welcome home", journal, StringComparison.Ordinal);
        Assert.Contains(OnePerson.Plate, journal, StringComparison.Ordinal);
        Assert.Contains(_person.Medium, journal, StringComparison.Ordinal);
        Assert.Contains(OnePerson.Name, page, StringComparison.Ordinal);
        Assert.Contains("Welcome home", page, StringComparison.Ordinal);
        // What opens a gate is no part of it.
        Assert.All(archive.Entries, entry => Assert.DoesNotContain("0012345678", Encoding.UTF8.GetString(Read(archive, entry.FullName)), StringComparison.Ordinal));
        Assert.Contains("678", Text(archive, "passes.json"), StringComparison.Ordinal);
        Assert.Contains(OnePerson.Phone, Text(archive, "resident.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("李先生", Text(archive, "invitations.json"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 180_000)]
    public async Task Nothing_of_an_export_lies_on_the_disk_and_each_step_is_on_record()
    {
        var before = _person.FilesWith(OnePerson.Phone);
        var file = await ExportAsync();
        Assert.Equal(before, _person.FilesWith(OnePerson.Phone));
        var records = (await _person.Get<IJournalReader>().ReadAsync(0, 1000, Token)).Select(record => Encoding.UTF8.GetString(record.Data.Span)).ToList();
        Assert.Single(records, record => record.Contains("person-export-begun", StringComparison.Ordinal));
        Assert.Single(records, record => record.Contains("person-exported", StringComparison.Ordinal) && record.Contains(Convert.ToHexStringLower(SHA256.HashData(file)), StringComparison.Ordinal));
        Assert.Single(records, record => record.Contains("person-export-downloaded", StringComparison.Ordinal));
        Assert.DoesNotContain(records, record => record.Contains(OnePerson.Name, StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task Cancelled_export_ends_and_hands_nothing_out()
    {
        _slow.Holds = new TaskCompletionSource();
        var job = await BeginAsync();
        Assert.Null(await Desk.TakeAsync(job, "test"));
        await Desk.CancelAsync(job);
        await job.Ended.WaitAsync(Token);
        Assert.Equal(ExportState.Cancelled, job.Now.State);
        Assert.Null(await Desk.TakeAsync(job, "test"));
    }

    [Fact(Timeout = 180_000)]
    public async Task Another_account_gets_none_and_the_oldest_of_many_makes_room()
    {
        var first = await BeginAsync();
        Assert.Null(Desk.Find(first.Id, "somebody else"));
        Assert.NotNull(Desk.Find(first.Id, "me"));
        for (var more = 0; more < ExportDesk.Most; more++)
        {
            await (await BeginAsync()).Ended.WaitAsync(Token);
        }

        Assert.Null(Desk.Find(first.Id, "me"));
    }

    [Fact(Timeout = 180_000)]
    public async Task Html_in_a_name_is_text_in_the_page()
    {
        var enrolled = await _person.Get<IResidentDesk>().EnrolAsync(
            new EnrolmentRequest("<b>x</b>", "1-1", [MadeUpFaces.Photo(30), MadeUpFaces.Photo(30, 1)], "<script>", "v1"), Token);
        using var archive = new ZipArchive(new MemoryStream(await ExportAsync(enrolled.Resident!.Id)));
        var page = Text(archive, "index.html");
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;x", page, StringComparison.Ordinal);
    }

    private async Task<ExportJob> BeginAsync(Guid? id = null)
    {
        var subject = (await _person.Get<SubjectFinder>().FindAsync(SubjectKind.Resident, id ?? _person.Id, null, Token))!;
        return await Desk.BeginAsync(subject, "en", "me", "test");
    }

    private async Task<byte[]> ExportAsync(Guid? id = null)
    {
        var job = await BeginAsync(id);
        await job.Ended.WaitAsync(Token);
        Assert.True(job.Now.State == ExportState.Ready, job.Now.Fault?.En);
        return (await Desk.TakeAsync(job, "test"))!;
    }

    private static string Text(ZipArchive archive, string name) => Encoding.UTF8.GetString(Read(archive, name));

    private static byte[] Read(ZipArchive archive, string name)
    {
        using var stream = archive.GetEntry(name)!.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
