using Gateway.Edge.Access.Residents;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Access.Residents;

/// <summary>Residents without a face, changes, replacements and many at once, on a real file.</summary>
public sealed class ResidentRollTests : IDisposable
{
    private readonly ResidentsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ResidentRegistry Roll => _fixture.Registry;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Resident_without_a_face_is_known_to_gates_again_after_a_restart_and_the_phone_is_on_disk_sealed()
    {
        var resident = await RegisterAsync("王小明", "138 0000 0001");
        _fixture.Reopen();

        Assert.Equal(resident, Roll.Find(resident.Id));
        Assert.Equal((false, "138****0001", false), (resident.HasFace, resident.MaskedPhone, Roll.IsFaceReady(resident.Id)));
        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf("13800000001"u8));
    }

    [Fact]
    public async Task Face_is_given_withdrawn_and_given_again_and_gates_know_it_only_while_consent_stands()
    {
        var resident = await RegisterAsync("王小明");
        Assert.NotNull((await Roll.SetFaceAsync(resident.Id, Face(1), "test", Stop))!.Resident);
        Assert.True(Roll.IsFaceReady(resident.Id));
        await Roll.WithdrawAsync(resident.Id, "王小明", "test", Stop);
        Assert.Equal((false, 0), (Roll.IsFaceReady(resident.Id), _fixture.Faces.Count));
        Assert.NotNull((await Roll.SetFaceAsync(resident.Id, Face(2), "test", Stop))!.Resident);
        _fixture.Reopen();

        Assert.True(Roll.IsFaceReady(resident.Id));
        Assert.Equal(resident.Id, _fixture.Faces.Search(MadeUpFaces.Template(2)).Subject);
        Assert.Null(Roll.Get(resident.Id)!.Consent!.WithdrawnAt);
        Assert.Null(await Roll.SetFaceAsync(Guid.NewGuid(), Face(3), "test", Stop));
    }

    [Fact]
    public async Task Replaced_face_leaves_nothing_of_the_earlier_one_and_is_no_duplicate_of_itself()
    {
        var resident = (await Roll.RegisterAsync(new ResidentDraft("王小明", "3-1202"), Face(1), "test", Stop)).Resident!;
        var before = Boxes();
        Assert.NotNull((await Roll.SetFaceAsync(resident.Id, Face(1), "test", Stop))!.Resident);
        var bytes = _fixture.BytesOnDisk();
        Assert.All(before, box => Assert.Equal(-1, bytes.AsSpan().IndexOf(box)));

        var other = await RegisterAsync("李娜");
        var refused = await Roll.SetFaceAsync(other.Id, Face(1), "test", Stop);
        Assert.Equal(EnrolmentRefusal.Duplicate, Assert.Single(refused!.Refusals).Code);
    }

    [Fact]
    public void Photo_that_is_only_judged_leaves_nothing_behind()
    {
        Assert.Empty(Roll.CheckPhoto(MadeUpFaces.Photo(1), resident: null));
        Assert.Equal("no-face", Assert.Single(Roll.CheckPhoto([1, 2, 3], resident: null)).Code);
        Assert.Equal("size", Assert.Single(Roll.CheckPhoto(new byte[9 << 20], resident: null)).Code);
        Assert.Equal(0, _fixture.Faces.Count);
        Assert.Empty(Roll.All);
    }

    [Fact]
    public async Task Change_keeps_a_masked_phone_replaces_a_whole_one_and_clears_an_empty_one()
    {
        var resident = await RegisterAsync("王小明", "13800000001");
        foreach (var (typed, shown) in ((string?, string?)[])[("138****0001", "138****0001"), (null, "138****0001"), ("13900000002", "139****0002"), ("", null)])
        {
            await Roll.ChangeAsync(resident.Id, new ResidentDraft("王大明", "3-1203", typed), "test", Stop);
            _fixture.Reopen();
            Assert.Equal(("王大明", shown), (Roll.Get(resident.Id)!.Name, Roll.Get(resident.Id)!.MaskedPhone));
        }

        Assert.Null(await Roll.ChangeAsync(Guid.NewGuid(), new ResidentDraft("x", "y"), "test", Stop));
    }

    [Fact]
    public async Task Many_are_put_in_all_or_none_with_one_record_that_says_who()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Roll.PutAllAsync([(null, new ResidentDraft("王小明", "3-1202")), (null, new ResidentDraft("", "3-1202"))], "test", Stop));
        Assert.Empty(Roll.All);
        var ids = await Roll.PutAllAsync([.. Enumerable.Range(0, 300).Select(number => ((Guid?)null, new ResidentDraft($"住户 {number}", "3-1202")))], "manager, 127.0.0.1", Stop);
        Assert.Equal(300, ids.Distinct().Count());
        var record = Assert.Single(await _fixture.Journal.ReadAsync(0, 100, Stop));
        Assert.Contains("manager, 127.0.0.1", System.Text.Encoding.UTF8.GetString(record.Data.Span), StringComparison.Ordinal);
        _fixture.Reopen();
        Assert.Equal(300, Roll.All.Count);
    }

    [Fact]
    public async Task File_of_an_earlier_version_is_opened_and_takes_phone_numbers()
    {
        var resident = await RegisterAsync("王小明");
        _fixture.Close();
        using (var file = new SqliteConnection($"Data Source={Path.Combine(_fixture.Data, "residents.db")};Pooling=False"))
        {
            file.Open();
            file.Execute("ALTER TABLE resident DROP COLUMN phone");
        }

        await Roll.ChangeAsync(resident.Id, new ResidentDraft("王小明", "3-1202", "13800000001"), "test", Stop);
        _fixture.Reopen();
        Assert.Equal("138****0001", Roll.Get(resident.Id)!.MaskedPhone);
    }

    private static FaceRequest Face(byte person) => new([MadeUpFaces.Photo(person)], "王小明", "v1");

    private async Task<Resident> RegisterAsync(string name, string? phone = null) =>
        (await Roll.RegisterAsync(new ResidentDraft(name, "3-1202", phone), face: null, "test", Stop)).Resident!;

    private List<byte[]> Boxes()
    {
        using var file = new SqliteConnection($"Data Source={Path.Combine(_fixture.Data, "residents.db")};Mode=ReadOnly;Pooling=False");
        file.Open();
        using var command = file.Prepare("SELECT sealed FROM template");
        using var rows = command.ExecuteReader();
        var boxes = new List<byte[]>();
        while (rows.Read())
        {
            boxes.Add(rows.GetFieldValue<byte[]>(0));
        }

        return boxes;
    }
}
