using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>What the console does with residents.</summary>
internal sealed partial class ResidentRegistry : IResidentRoll
{
    private readonly Lock _sorting = new();

    // Guarded by _sorting; null after a change, made by whoever asks first.
    private Resident[]? _sorted;

    /// <inheritdoc/>
    public IReadOnlyList<Resident> All
    {
        get
        {
            lock (_sorting)
            {
                return _sorted ??=
                    [.. _residents.Values.OrderBy(resident => resident.Unit, StringComparer.Ordinal).ThenBy(resident => resident.Name, StringComparer.Ordinal).ThenBy(resident => resident.Id)];
            }
        }
    }

    /// <inheritdoc/>
    public Resident? Get(Guid id) => _residents.GetValueOrDefault(id);

    /// <inheritdoc/>
    public bool IsFaceReady(Guid id) => Get(id) is { HasFace: true, Templates: > 0 } && !_missing.ContainsKey(id);

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> RegisterAsync(ResidentDraft draft, FaceRequest? face, string by, CancellationToken cancellationToken)
    {
        var (phone, _, wrong) = EnrolmentFields.Check(draft, existing: null);
        EnrolmentRefusal[] refused = [.. wrong, .. face is null ? [] : EnrolmentFields.Check(face, _options)];
        return refused.Length > 0 ? new EnrolmentOutcome(null, refused) : await AddAsync(draft, phone, face, by, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome?> ChangeAsync(Guid id, ResidentDraft draft, string by, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            if (Get(id) is not { } existing)
            {
                return null;
            }

            var (phone, keepPhone, refusals) = EnrolmentFields.Check(draft, existing);
            if (refusals.Count > 0)
            {
                return new EnrolmentOutcome(null, refusals);
            }

            var changed = Changed(existing, draft, phone, keepPhone);
            await WriteAsync([new StoredResident(changed, phone, keepPhone)], new ResidentAudit(ResidentAudit.Changed, id, null, changed.Templates, _clock.GetUtcNow()).Of(by));
            return new EnrolmentOutcome(changed, []);
        }
        finally
        {
            _change.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome?> SetFaceAsync(Guid id, FaceRequest face, string by, CancellationToken cancellationToken)
    {
        EnrolmentRefusal[] refused = [.. EnrolmentFields.Check(face, _options)];
        if (refused.Length > 0)
        {
            return new EnrolmentOutcome(null, refused);
        }

        await _change.WaitAsync(cancellationToken);
        try
        {
            return Get(id) is { } existing ? await EnrolAsync(existing, phone: null, keepPhone: true, face, ResidentAudit.FaceSet, by) : null;
        }
        finally
        {
            _change.Release();
        }
    }

    /// <inheritdoc/>
    public Task<Resident?> WithdrawAsync(Guid id, string withdrawnBy, string by, CancellationToken cancellationToken) => EraseFaceAsync(id, withdrawnBy, by, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<EnrolmentRefusal> CheckPhoto(byte[] photo, Guid? resident)
    {
        EnrolmentRefusal[] refused = [.. EnrolmentFields.CheckPhotos([photo], _options)];
        if (refused.Length > 0)
        {
            return refused;
        }

        // Whom it resembles is said at the enrolment, where it can be allowed.
        var (templates, refusals) = _photos.Examine([photo], allowDuplicate: false, Describe, resident);
        templates.ForEach(Array.Clear);
        return refusals;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> PutAllAsync(IReadOnlyList<(Guid? Id, ResidentDraft Draft)> residents, string by, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            var stored = new List<StoredResident>(residents.Count);
            foreach (var (id, draft) in residents)
            {
                var existing = id is { } known ? Get(known) : null;
                var (phone, keepPhone, refusals) = EnrolmentFields.Check(draft, existing);
                if (refusals.Count > 0)
                {
                    throw new ArgumentException($"{refusals[0].Field}: {refusals[0].Reason.En}", nameof(residents));
                }

                stored.Add(new StoredResident(Changed(existing ?? New(draft), draft, phone, keepPhone), phone, keepPhone));
            }

            var added = residents.Count(resident => resident.Id is null);
            await WriteAsync(stored, new ResidentAudit(ResidentAudit.Imported, null, null, 0, _clock.GetUtcNow())
            {
                Reason = new LocalizedText($"导入住户表格：新增 {added} 人，修改 {residents.Count - added} 人。", $"A table of residents was imported: {added} new, {residents.Count - added} changed."),
            }.Of(by));
            return [.. stored.Select(written => written.Resident.Id)];
        }
        finally
        {
            _change.Release();
        }
    }

    /// <inheritdoc/>
    public async Task RecordExportAsync(int residents, string by, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            await WriteAsync([], new ResidentAudit(ResidentAudit.Exported, null, null, 0, _clock.GetUtcNow())
            {
                Reason = new LocalizedText($"导出了 {residents} 位住户的登记，电话号码已遮盖。", $"The registrations of {residents} residents were exported, with masked phone numbers."),
            }.Of(by));
        }
        finally
        {
            _change.Release();
        }
    }

    // A random id, not a time-ordered one: it travels upstream and must not tell when someone enrolled.
    private static Resident New(ResidentDraft draft) => new(Guid.NewGuid(), draft.Name.Trim(), draft.Unit.Trim(), Consent: null, 0, 0);

    private static Resident Changed(Resident resident, ResidentDraft draft, string? phone, bool keepPhone) => resident with
    {
        Name = draft.Name.Trim(),
        Unit = draft.Unit.Trim(),
        MaskedPhone = keepPhone ? resident.MaskedPhone : phone is null ? null : MaskedPhone.Of(phone),
    };

    private async Task<EnrolmentOutcome> AddAsync(ResidentDraft draft, string? phone, FaceRequest? face, string? by, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            var resident = Changed(New(draft), draft, phone, keepPhone: false);
            if (face is not null)
            {
                return await EnrolAsync(resident, phone, keepPhone: false, face, ResidentAudit.Enrolled, by);
            }

            await WriteAsync([new StoredResident(resident, phone, KeepPhone: false)], new ResidentAudit(ResidentAudit.Registered, resident.Id, null, 0, _clock.GetUtcNow()).Of(by));
            return new EnrolmentOutcome(resident, []);
        }
        finally
        {
            _change.Release();
        }
    }

    // Under the lock, so that the same person cannot be enrolled twice at the same moment.
    private async Task<EnrolmentOutcome> EnrolAsync(Resident resident, string? phone, bool keepPhone, FaceRequest face, string action, string? by)
    {
        var (templates, refusals) = _photos.Examine(face.Photos, face.AllowDuplicate, Describe, resident.Id);
        if (templates.Count - resident.Templates > _gallery.Room)
        {
            // Before the disk: a resident who is stored but not in the gallery would be a stranger.
            refusals.Add(EnrolmentRefusal.NoRoom);
        }

        if (refusals.Count > 0)
        {
            return new EnrolmentOutcome(null, refusals);
        }

        var now = _clock.GetUtcNow();
        IReadOnlyList<byte[]> photos = face.KeepPhotos ? face.Photos : [];
        var enrolled = resident with
        {
            Consent = new Consent(face.ConsentBy.Trim(), now, face.ConsentText),
            Templates = templates.Count,
            PhotosKept = photos.Count,
        };
        // What stood there before is overwritten in the log too, as at a withdrawal.
        await WriteAsync(
            [new StoredResident(enrolled, phone, keepPhone, new StoredFace(templates, photos))],
            new ResidentAudit(action, enrolled.Id, face.ConsentText, templates.Count, now).Of(by),
            () => _gallery.Set(enrolled.Id, [.. templates.Select(template => new ReadOnlyMemory<float>(template))]));
        if (resident.Templates > 0)
        {
            _store.EmptyLog();
        }

        _missing.TryRemove(enrolled.Id, out _);
        return new EnrolmentOutcome(enrolled, []);
    }

    private async Task<Resident?> EraseFaceAsync(Guid id, string withdrawnBy, string? auditBy, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            var resident = Get(id);
            if (resident is not { Consent: { Stands: true } consent })
            {
                return resident;
            }

            var now = _clock.GetUtcNow();
            // The gates forget first: from here on nothing recognises the person, whatever the disk does.
            _gallery.Remove(id);
            _store.Withdraw(id, now, withdrawnBy.Trim(), new ResidentAudit(ResidentAudit.Withdrawn, id, consent.TextVersion, 0, now).Of(auditBy).ToData());
            var withdrawn = resident with { Consent = consent with { WithdrawnAt = now, WithdrawnBy = withdrawnBy.Trim() }, Templates = 0, PhotosKept = 0 };
            Remember(withdrawn);
            _missing.TryRemove(id, out _);
            await PassAuditOnAsync();
            return withdrawn;
        }
        finally
        {
            _change.Release();
        }
    }

    // Disk first, then memory, then the gates, then the journal.
    private async Task WriteAsync(IReadOnlyList<StoredResident> residents, ResidentAudit audit, Action? remember = null)
    {
        _store.Put(residents, audit.ToData());
        foreach (var written in residents)
        {
            Remember(written.Resident);
        }

        remember?.Invoke();
        await PassAuditOnAsync();
    }

    private void Forget(Guid id)
    {
        lock (_sorting)
        {
            _residents.TryRemove(id, out _);
            _sorted = null;
        }
    }

    private void Remember(Resident resident)
    {
        lock (_sorting)
        {
            _residents[resident.Id] = resident;
            _sorted = null;
        }
    }
}
