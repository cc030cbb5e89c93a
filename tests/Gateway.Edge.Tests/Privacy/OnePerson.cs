using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Privacy;

/// <summary>A whole gateway that knows one resident in every way that it can know one, and others who mention them.</summary>
internal sealed class OnePerson(ConsoleUnderTest gateway)
{
    public const string Name = "欧阳明月";
    public const string Unit = "7-2304";
    public const string Phone = "13812345678";
    public const string Plate = "京A7K8L9";
    public const string By = "test";

    public static readonly byte[] Picture = Encoding.UTF8.GetBytes("a picture of a car " + new string('x', 200));

    public Guid Id { get; private set; }

    public Guid Vehicle { get; private set; }

    public string Medium { get; private set; } = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => gateway.App.Services.GetRequiredService<T>();

    /// <summary>Registers the person, with everything that may tell of them.</summary>
    public async Task MoveInAsync(byte face = 7)
    {
        var enrolled = await Get<IResidentDesk>().EnrolAsync(
            new EnrolmentRequest(Name, Unit, [MadeUpFaces.Photo(face), MadeUpFaces.Photo(face, 1)], Name, "v1", KeepPhotos: true), Token);
        Id = enrolled.Resident!.Id;
        Assert.NotNull((await Get<IResidentRoll>().ChangeAsync(Id, new ResidentDraft(Name, Unit, Phone), By, Token))?.Resident);
        var added = await Get<IVehicleDesk>().AddAsync(new VehicleDraft(Plate, VehicleStanding.Resident, Name, Unit, Phone, Note: $"{Name} 的车"), By, Token);
        Vehicle = added.Vehicle!.Id;
        var now = TimeProvider.System.GetUtcNow();
        await Get<IVehicleStays>().BeginAsync(Plate, new StayCorrection("came by hand", now.AddMinutes(-5)), By, Token);
        await Get<IMoveCarDesk>().AskAsync(new MoveCarRequest(Plate, $"{Name} 挡住了出口", "13900000002"), "127.0.0.1", Token);
        await Get<IVehicleDesk>().AddAsync(new VehicleDraft("沪B55555", VehicleStanding.Visitor, "李娜", Until: now.AddHours(2), Host: $"{Name} {Unit}"), By, Token);
        Assert.NotNull((await Get<IGrantDesk>().AddAsync(new GrantDraft("水电工", $"{Name} {Unit}", now.AddHours(2), Name: "王建国", Phone: "13800000001"), By, Token)).Grant);
        Assert.True(await Get<ICompoundDesk>().SetLeaseAsync(Id, now.AddDays(200), By, Token));
        Assert.NotNull(Get<PassBook>().Issue(new PassRequest(Id, "0012345678", null)).Pass);
        Assert.NotNull((await Get<InvitationDesk>().InviteAsync(new InvitationDraft(Id, "李先生", now.AddHours(2)), By, Token)).Invitation);
        await PassAsync();
    }

    /// <summary>The person and the car pass; the journal has both, with a picture of the car.</summary>
    public async Task PassAsync()
    {
        var medium = await Get<IMediaStore>().StoreAsync(Picture, "image/jpeg", VehicleData.PictureRole, Token);
        Medium = medium.Sha256;
        await Get<IJournal>().AppendAsync(
            JournalEntry.Of(EventKind.Passage, EventPriority.Info, "gate-east", new PassageData(
                "gate-east", new("东门", "East gate"), PassageOutcome.OpenedResident, new("欢迎回家", "Welcome home"), "face", Id.ToString(), MaskedName.Of(Name), 0.7, 12)),
            Token);
        await Get<IJournal>().AppendAsync(
            JournalEntry.Of(EventKind.Vehicle, EventPriority.Info, "barrier", new VehicleData(
                "barrier", new("北门", "North gate"), VehicleData.Passed, new("车辆通过", "A vehicle passed"), "Up", "Automatic", TimeProvider.System.GetUtcNow(), null, null, Plate: Plate), medium),
            Token);
    }

    /// <summary>Files of the data folder in which a text stands, whichever way it may be written.</summary>
    public IReadOnlyList<string> FilesWith(string text)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), JsonEncodedText.Encode(text).EncodedUtf8Bytes.ToArray()];
        return
        [
            .. Directory.EnumerateFiles(gateway.Data, "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".sock", StringComparison.Ordinal))
                .Where(path => Access.DiskBytes.Of(Path.GetDirectoryName(path)!, Path.GetFileName(path)) is var bytes && forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0))
                .Select(path => Path.GetRelativePath(gateway.Data, path)),
        ];
    }
}
