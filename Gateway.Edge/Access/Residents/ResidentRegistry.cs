using System.Text.Json;
using System.Collections.Concurrent;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Access.Residents;

/// <summary>
/// The residents: on disk in <see cref="ResidentStore"/>, in memory for decisions, in the gallery for recognition. Changes go through
/// one at a time, disk first; look-ups never wait.
/// </summary>
internal sealed partial class ResidentRegistry : IResidentDirectory, IResidentDesk, IDisposable
{
    private readonly ResidentStore _store;
    private readonly IFaceGallery _gallery;
    private readonly IJournal _journal;
    private readonly EnrolmentPhotos _photos;
    private readonly ResidentsOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    // Guards the store. Held by one change at a time.
    private readonly SemaphoreSlim _change = new(1, 1);

    // Written under the lock, read by any thread.
    private readonly ConcurrentDictionary<Guid, Resident> _residents = new();

    // Residents whose faces the gallery lacks. Written under the lock, read by any thread.
    private readonly ConcurrentDictionary<Guid, Exception> _missing = new();
    private readonly bool _registryLost;

    // What was found damaged at start, until the journal has it. Owned by whoever holds the lock.
    private JournalEntry? _damage;

    /// <summary>Opens the store and fills the gallery; <paramref name="damage"/> goes to the journal with the first audit fact or catch-up.</summary>
    public ResidentRegistry(
        ResidentStore store,
        IFaceGallery gallery,
        Lazy<IEnrolmentExaminer> examiner,
        IJournal journal,
        ResidentsOptions options,
        TimeProvider clock,
        ILogger<ResidentRegistry> logger,
        JournalEntry? damage = null,
        bool registryLost = false)
    {
        _damage = damage;
        _registryLost = registryLost;
        _store = store;
        _gallery = gallery;
        _journal = journal;
        _options = options;
        _clock = clock;
        _logger = logger;
        _photos = new EnrolmentPhotos(examiner, gallery, options);
        Load();
    }

    /// <inheritdoc/>
    public bool IsComplete => !_registryLost && _missing.IsEmpty;

    /// <inheritdoc/>
    public Resident? Find(Guid id) => _residents.GetValueOrDefault(id);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Resident>> ListAsync(CancellationToken cancellationToken) => Task.FromResult(All);

    /// <inheritdoc/>
    public Task<Resident?> ShowAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(_residents.GetValueOrDefault(id));

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> EnrolAsync(EnrolmentRequest request, CancellationToken cancellationToken)
    {
        EnrolmentRefusal[] refused = [.. EnrolmentFields.Check(request, _options)];
        if (refused.Length > 0)
        {
            return new EnrolmentOutcome(null, refused);
        }

        return await AddAsync(
            new ResidentDraft(request.Name, request.Unit),
            phone: null,
            new FaceRequest(request.Photos, request.ConsentBy, request.ConsentText, request.KeepPhotos, request.AllowDuplicate),
            by: null,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Resident?> WithdrawAsync(Guid id, string by, CancellationToken cancellationToken) => EraseFaceAsync(id, by, auditBy: null, cancellationToken);

    /// <summary>A resident's enrolment photos, for the person's own request; empty where none are kept.</summary>
    /// <exception cref="SecretFaultException">They cannot be opened.</exception>
    public async Task<IReadOnlyList<byte[]>> PhotosAsync(Guid id, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            return _store.ReadPhotos(id);
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>A resident's phone number, for the person's own request; null where none is known.</summary>
    /// <exception cref="SecretFaultException">It cannot be opened.</exception>
    public async Task<string?> PhoneAsync(Guid id, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            return _store.ReadPhone(id);
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>Erases name, unit, consent and face data. False when there is no such resident: erasing twice changes nothing.</summary>
    public async Task<bool> EraseAsync(Guid id, CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            // The gates forget first.
            _gallery.Remove(id);
            if (!_residents.TryGetValue(id, out var resident))
            {
                // A stop may have come between the erasure and that of the log.
                _store.EmptyLog();
                return false;
            }

            _store.Erase(id, new ResidentAudit(ResidentAudit.Erased, id, resident.Consent?.TextVersion, 0, _clock.GetUtcNow()).ToData());
            Forget(id);
            _missing.TryRemove(id, out _);
            await PassAuditOnAsync();
            return true;
        }
        finally
        {
            _change.Release();
        }
    }

    /// <summary>Gives the journal what a stop or a journal fault left in the outbox.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await _change.WaitAsync(cancellationToken);
        try
        {
            await PassAuditOnAsync();
        }
        finally
        {
            _change.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store.Dispose();
        _change.Dispose();
    }

    private void Load()
    {
        // A stop may have come between a withdrawal and the erasure of the log.
        _store.EmptyLog();
        var templates = 0;
        foreach (var resident in _store.ReadAll())
        {
            _residents[resident.Id] = resident;
            templates += LoadTemplates(resident);
        }

        _logger.Loaded(_residents.Count, templates);
        if (_damage is not null)
        {
            _logger.RegistryDamaged(JsonSerializer.Deserialize<DeviceHealthData>(_damage.Data.Span, JsonSerializerOptions.Web)!.Reason.En);
        }
    }

    private int LoadTemplates(Resident resident)
    {
        try
        {
            var templates = _store.ReadTemplates(resident.Id);
            if (templates.Count > 0)
            {
                _gallery.Set(resident.Id, templates);
            }

            return templates.Count;
        }
        catch (SecretFaultException error)
        {
            // One damaged row must not lock everyone else out.
            _logger.TemplatesUnreadable(resident.Id, error);
            _missing[resident.Id] = error;
            return 0;
        }
        catch (InvalidOperationException error)
        {
            // The gallery is full: those who fit in are still let in.
            _logger.GalleryFull(resident.Id, error);
            _missing[resident.Id] = error;
            return 0;
        }
    }

    // Not cancelled with the request: the change is on disk, so its record should be.
    private async Task PassAuditOnAsync()
    {
        try
        {
            if (_damage is not null)
            {
                await _journal.AppendAsync(_damage, CancellationToken.None);
                _damage = null;
            }

            while (_store.NextAudit() is { } fact)
            {
                await _journal.AppendAsync(new JournalEntry(EventKind.Audit, EventPriority.Normal, "gateway", fact.Data, []), CancellationToken.None);
                _store.AuditDone(fact.Number);
            }
        }
        catch (JournalUnavailableException error)
        {
            // Kept in the outbox: the next change or start passes it on.
            _logger.AuditWaits(error);
        }
    }

    private string Describe(Guid other) =>
        _residents.TryGetValue(other, out var resident) ? $"{resident.MaskedName} ({resident.Unit})" : other.ToString();
}
