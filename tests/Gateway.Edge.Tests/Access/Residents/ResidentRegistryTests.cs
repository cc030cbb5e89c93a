using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Journal;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Tests.Access.Residents;

public sealed class ResidentRegistryTests : IDisposable
{
    private readonly ResidentsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task An_enrolled_resident_is_found_by_id_and_in_the_gallery_and_again_after_a_restart()
    {
        var resident = await EnrolAsync(ResidentsFixture.Request(1));
        _fixture.Reopen();

        var found = _fixture.Registry.Find(resident.Id);

        Assert.Equal("王*", found?.MaskedName);
        Assert.Equal(resident, found);
        Assert.Equal(2, _fixture.Faces.Count);
        Assert.Equal(resident.Id, _fixture.Faces.Search(MadeUpFaces.Template(1)).Subject);
    }

    [Fact]
    public async Task Withdrawing_consent_leaves_no_byte_of_face_data_on_disk_and_leaves_the_resident_with_cards()
    {
        var resident = await EnrolAsync(ResidentsFixture.Request(1, keep: true));
        var sealedBoxes = SealedBoxes(resident.Id);
        Assert.Equal(5, sealedBoxes.Count);
        Assert.All(sealedBoxes, box => Assert.True(_fixture.BytesOnDisk().AsSpan().IndexOf(box) >= 0));

        var withdrawn = await _fixture.Registry.WithdrawAsync(resident.Id, "王小明", Stop);

        var bytes = _fixture.BytesOnDisk();
        // Template, photo and wrapped key, whole and by their halves: nothing of any is left in file or log.
        Assert.All(sealedBoxes, box =>
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(box.AsSpan(0, box.Length / 2)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(box.AsSpan(box.Length / 2)));
        });
        Assert.Equal((0, 0), (withdrawn!.Templates, withdrawn.PhotosKept));
        Assert.False(_fixture.Registry.Find(resident.Id)!.HasFace);
        Assert.Null(_fixture.Faces.Search(MadeUpFaces.Template(1)).Subject);
        _fixture.Reopen();
        Assert.False(_fixture.Registry.Find(resident.Id)!.HasFace);
        Assert.Equal(0, _fixture.Faces.Count);
        Assert.False((await _fixture.Registry.ShowAsync(resident.Id, Stop))!.Consent!.Stands);
    }

    [Fact]
    public async Task Templates_and_photos_are_never_on_disk_in_the_clear_and_photos_only_with_consent()
    {
        await EnrolAsync(ResidentsFixture.Request(1, keep: false));
        var kept = await EnrolAsync(ResidentsFixture.Request(2, keep: true));

        var bytes = _fixture.BytesOnDisk();

        Assert.Equal(-1, bytes.AsSpan().IndexOf(MadeUpFaces.Photo(2).AsSpan(0, 40)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Runtime.InteropServices.MemoryMarshal.AsBytes(MadeUpFaces.Template(2).AsSpan(0, 8))));
        Assert.Equal(2, kept.PhotosKept);
        Assert.Equal(2, Read().Scalar<long>("SELECT count(*) FROM photo"));
    }

    [Fact]
    public async Task Every_change_is_an_audit_record_that_names_nobody()
    {
        var resident = await EnrolAsync(ResidentsFixture.Request(1));
        await _fixture.Registry.WithdrawAsync(resident.Id, "王小明", Stop);

        var records = await _fixture.Journal.ReadAsync(0, 10, Stop);

        Assert.Equal(2, records.Count);
        Assert.All(records, record => Assert.Equal(EventKind.Audit, record.Kind));
        var texts = records.Select(record => Encoding.UTF8.GetString(record.Data.Span)).ToList();
        Assert.Contains("resident-enrolled", texts[0], StringComparison.Ordinal);
        Assert.Contains("resident-consent-withdrawn", texts[1], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Contains(resident.Id.ToString(), text, StringComparison.Ordinal));
        Assert.All(texts, text => Assert.DoesNotContain("u738B", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(texts, text => Assert.DoesNotContain("王", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_audit_fact_that_the_journal_could_not_take_follows_after_a_restart()
    {
        await EnrolAsync(ResidentsFixture.Request(1));
        _fixture.Close();
        using (var connection = ResidentSchema.Open(Path.Combine(_fixture.Data, "residents.db")))
        {
            connection.Execute("INSERT INTO audit_outbox (data) VALUES ($data)", ("$data", "{\"left\":true}"u8.ToArray()));
        }

        await _fixture.Registry.CatchUpAsync(Stop);

        Assert.Equal(2, _fixture.Journal.LastSequence);
        Assert.Equal(0, Read().Scalar<long>("SELECT count(*) FROM audit_outbox"));
    }

    [Fact]
    public async Task A_photo_of_someone_enrolled_is_refused_unless_the_duplicate_is_allowed()
    {
        await EnrolAsync(ResidentsFixture.Request(1));

        var refused = await _fixture.Registry.EnrolAsync(ResidentsFixture.Request(1, photos: 1), Stop);
        var allowed = await _fixture.Registry.EnrolAsync(ResidentsFixture.Request(1, photos: 1) with { AllowDuplicate = true }, Stop);

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(("photos[0]", EnrolmentRefusal.Duplicate), (refusal.Field, refusal.Code));
        Assert.Contains("王* (3-1202)", refusal.Reason.Zh, StringComparison.Ordinal);
        Assert.NotNull(allowed.Resident);
    }

    [Fact]
    public async Task The_same_person_enrolled_twice_at_the_same_moment_gets_in_once()
    {
        // Opened before the threads ask for it: the fixture opens on first use, without a lock.
        var registry = _fixture.Registry;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => registry.EnrolAsync(ResidentsFixture.Request(1), Stop), Stop)));

        Assert.Single(outcomes, outcome => outcome.Resident is not null);
    }

    [Fact]
    public async Task Photos_of_different_people_are_refused_at_the_odd_one()
    {
        var request = ResidentsFixture.Request(1) with { Photos = [MadeUpFaces.Photo(1), MadeUpFaces.Photo(1, 1), MadeUpFaces.Photo(2)] };

        var refusal = Assert.Single((await _fixture.Registry.EnrolAsync(request, Stop)).Refusals);

        Assert.Equal(("photos[2]", "different-people"), (refusal.Field, refusal.Code));
    }

    [Fact]
    public async Task Every_bad_field_is_named_at_once_and_nothing_is_stored()
    {
        var request = new EnrolmentRequest("", new string('9', 40), [], "a\nb", "v99");

        var outcome = await _fixture.Registry.EnrolAsync(request, Stop);

        Assert.Equal("name unit consentBy consentText photos", string.Join(' ', outcome.Refusals.Select(refusal => refusal.Field)));
        Assert.Empty(await _fixture.Registry.ListAsync(Stop));
        Assert.Equal(0, _fixture.Journal.LastSequence);
    }

    [Fact]
    public async Task A_photo_without_a_face_is_refused_in_the_examiners_words()
    {
        var request = ResidentsFixture.Request(1) with { Photos = [MadeUpFaces.Photo(1), "landscape"u8.ToArray()] };

        var refusal = Assert.Single((await _fixture.Registry.EnrolAsync(request, Stop)).Refusals);

        Assert.Equal(("photos[1]", "no-face"), (refusal.Field, refusal.Code));
    }

    [Fact]
    public async Task One_altered_template_costs_one_resident_only()
    {
        var broken = await EnrolAsync(ResidentsFixture.Request(1));
        var whole = await EnrolAsync(ResidentsFixture.Request(2));
        _fixture.Close();
        using (var connection = ResidentSchema.Open(Path.Combine(_fixture.Data, "residents.db")))
        {
            connection.Execute("UPDATE template SET sealed = zeroblob(100) WHERE resident = $id", ("$id", broken.Id.ToByteArray(bigEndian: true)));
        }

        _fixture.Reopen();

        Assert.NotNull(_fixture.Registry.Find(whole.Id));
        Assert.Equal(whole.Id, _fixture.Faces.Search(MadeUpFaces.Template(2)).Subject);
        Assert.Equal(2, _fixture.Faces.Count);
        Assert.False(_fixture.Registry.IsComplete);
        await _fixture.Registry.WithdrawAsync(broken.Id, "王小明", Stop);
        Assert.True(_fixture.Registry.IsComplete);
    }

    [Fact]
    public async Task An_enrolment_for_which_the_gallery_has_no_room_is_refused_and_nothing_is_stored()
    {
        _fixture.Faces.Capacity = 3;
        await EnrolAsync(ResidentsFixture.Request(1));

        var refusal = Assert.Single((await _fixture.Registry.EnrolAsync(ResidentsFixture.Request(2), Stop)).Refusals);

        Assert.Equal(("photos", EnrolmentRefusal.GalleryFull), (refusal.Field, refusal.Code));
        Assert.Single(await _fixture.Registry.ListAsync(Stop));
        Assert.True(_fixture.Registry.IsComplete);
    }

    [Fact]
    public async Task A_full_gallery_at_start_costs_only_those_who_do_not_fit_and_is_known_to_be_incomplete()
    {
        await EnrolAsync(ResidentsFixture.Request(1));
        await EnrolAsync(ResidentsFixture.Request(2));
        _fixture.Reopen();
        _fixture.Faces.Capacity = 3;

        Assert.Equal(2, (await _fixture.Registry.ListAsync(Stop)).Count);
        Assert.Equal(2, _fixture.Faces.Count);
        Assert.False(_fixture.Registry.IsComplete);
    }

    [Fact]
    public async Task A_registry_that_cannot_be_read_is_set_aside_and_told_and_enrolment_goes_on()
    {
        await EnrolAsync(ResidentsFixture.Request(1));
        _fixture.Reopen();
        await File.WriteAllBytesAsync(Path.Combine(_fixture.Data, "residents.db"), new byte[8192], Stop);

        await _fixture.Registry.CatchUpAsync(Stop);
        await EnrolAsync(ResidentsFixture.Request(1));
        var told = (await _fixture.Journal.ReadAsync(1, 1, Stop))[0];

        Assert.Contains("residents-damaged", Encoding.UTF8.GetString(told.Data.Span), StringComparison.Ordinal);
        Assert.Single(await _fixture.Registry.ListAsync(Stop));
        var setAside = Assert.Single(Directory.GetDirectories(_fixture.Data, "residents.damaged-*"));
        Assert.False(_fixture.Registry.IsComplete);
        _fixture.Reopen();
        Assert.False(_fixture.Registry.IsComplete);
        _fixture.Reopen();
        Directory.Delete(setAside, recursive: true);
        Assert.True(_fixture.Registry.IsComplete);
    }

    [Fact]
    public void A_template_moved_to_another_resident_does_not_open()
    {
        var key = FaceData.NewKey();
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        var box = FaceData.SealTemplate(key, mine, 0, MadeUpFaces.Template(1));

        Assert.Equal(MadeUpFaces.Template(1), FaceData.OpenTemplate(key, mine, 0, box));
        Assert.Throws<SecretFaultException>(() => FaceData.OpenTemplate(key, other, 0, box));
        Assert.Throws<SecretFaultException>(() => FaceData.OpenTemplate(key, mine, 1, box));
    }

    private async Task<Resident> EnrolAsync(EnrolmentRequest request)
    {
        var outcome = await _fixture.Registry.EnrolAsync(request, Stop);
        return outcome.Resident ?? throw new InvalidOperationException(string.Join(' ', outcome.Refusals.Select(refusal => refusal.Reason.En)));
    }

    private List<byte[]> SealedBoxes(Guid id)
    {
        using var connection = Read();
        using var command = connection.Prepare(
            "SELECT sealed FROM template WHERE resident = $id UNION ALL SELECT sealed FROM photo WHERE resident = $id UNION ALL SELECT data_key FROM resident WHERE id = $id",
            ("$id", id.ToByteArray(bigEndian: true)));
        using var rows = command.ExecuteReader();
        var boxes = new List<byte[]>();
        while (rows.Read())
        {
            boxes.Add(rows.GetFieldValue<byte[]>(0));
        }

        return boxes;
    }

    private SqliteConnection Read() => JournalConnections.OpenOnce(Path.Combine(_fixture.Data, "residents.db"));
}
