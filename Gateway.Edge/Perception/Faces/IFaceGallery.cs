namespace Gateway.Edge.Perception.Faces;

/// <summary>Subjects and their templates for 1:N search, exact, up to 100,000 templates. Safe for use by several threads.</summary>
internal interface IFaceGallery
{
    /// <summary>Templates held.</summary>
    int Count { get; }

    /// <summary>Templates that still fit in.</summary>
    int Room { get; }

    /// <summary>Grows with every change of what is held.</summary>
    long Version { get; }

    /// <summary>Sets all templates (unit vectors of 512) of a subject, replacing earlier ones.</summary>
    /// <exception cref="InvalidOperationException">The gallery is full; nothing was changed.</exception>
    void Set(Guid subject, IReadOnlyList<ReadOnlyMemory<float>> templates);

    /// <summary>Forgets a subject and overwrites its templates; true when it was there.</summary>
    bool Remove(Guid subject);

    /// <summary>The best subject for a unit vector of 512, and the best score of any other subject.</summary>
    GalleryMatch Search(ReadOnlySpan<float> embedding);
}
