using System.Runtime.Intrinsics.X86;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Perception.Faces.Gallery;

/// <summary>
/// All known faces in memory, searched exactly. Readers share, writers exclude: a search takes milliseconds at 100,000 templates, so enrolling
/// or withdrawing waits no longer than that.
/// </summary>
internal sealed class FaceGallery : IFaceGallery, IDisposable
{
    /// <summary>Templates this gallery is measured for.</summary>
    public const int MostTemplates = 100_000;

    // Guards everything below.
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly TemplateTable _table = new();
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly Dictionary<int, (Guid Subject, int Templates)> _subjects = [];
    private readonly int _vectorBits;
    private int _nextNumber;
    private long _version;

    public FaceGallery()
        : this(Avx512BW.IsSupported ? 512 : Avx2.IsSupported ? 256 : 128)
    {
    }

    /// <summary>For tests and measurements: another vector width than the best of this processor.</summary>
    internal FaceGallery(int vectorBits) => _vectorBits = vectorBits;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            _gate.EnterReadLock();
            try
            {
                return _table.Count;
            }
            finally
            {
                _gate.ExitReadLock();
            }
        }
    }

    /// <inheritdoc/>
    public int Room => MostTemplates - Count;

    /// <inheritdoc/>
    public long Version => Interlocked.Read(ref _version);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A template is not a unit vector of 512; nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The gallery is full; nothing was changed.</exception>
    public void Set(Guid subject, IReadOnlyList<ReadOnlyMemory<float>> templates)
    {
        foreach (var template in templates)
        {
            CheckUnit(template.Span);
        }

        _gate.EnterWriteLock();
        try
        {
            var held = _numbers.TryGetValue(subject, out var number) ? _subjects[number].Templates : 0;
            if (_table.Count - held + templates.Count > MostTemplates)
            {
                throw new InvalidOperationException($"The gallery is full: it holds {_table.Count:N0} of {MostTemplates:N0} templates.");
            }

            Forget(subject);
            if (templates.Count == 0)
            {
                return;
            }

            number = _nextNumber++;
            _numbers[subject] = number;
            _subjects[number] = (subject, templates.Count);
            foreach (var template in templates)
            {
                _table.Add(number, template.Span);
            }
        }
        finally
        {
            Interlocked.Increment(ref _version);
            _gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public bool Remove(Guid subject)
    {
        _gate.EnterWriteLock();
        try
        {
            return Forget(subject);
        }
        finally
        {
            Interlocked.Increment(ref _version);
            _gate.ExitWriteLock();
        }
    }

    /// <inheritdoc/>
    public GalleryMatch Search(ReadOnlySpan<float> embedding)
    {
        CheckUnit(embedding);
        _gate.EnterReadLock();
        try
        {
            if (_table.Count == 0)
            {
                return new GalleryMatch(null, -1, -1, 0);
            }

            var (owner, score, runnerUp) = _vectorBits switch
            {
                512 => TemplateScan.Best<Int8Dot512>(_table, embedding),
                256 => TemplateScan.Best<Int8Dot256>(_table, embedding),
                _ => TemplateScan.Best<Int8Dot128>(_table, embedding),
            };
            var (subject, templates) = _subjects[owner];
            return new GalleryMatch(subject, Math.Clamp(score, -1, 1), Math.Clamp(runnerUp, -1, 1), templates);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private bool Forget(Guid subject)
    {
        if (!_numbers.Remove(subject, out var number))
        {
            return false;
        }

        _subjects.Remove(number);
        _table.RemoveOwner(number);
        return true;
    }

    private static void CheckUnit(ReadOnlySpan<float> vector)
    {
        // Written so that NaN is refused too: every comparison with it is false.
        if (vector.Length != UnitVector.Length || !(Math.Abs(UnitVector.Dot(vector, vector) - 1) < 1e-3f))
        {
            throw new ArgumentException($"A template must be a unit vector of {UnitVector.Length}; got {vector.Length} numbers.", nameof(vector));
        }
    }
}
