namespace Gateway.Edge.Perception.Faces;

/// <summary>Outcome of a 1:N search.</summary>
/// <param name="Subject">Best subject; null when the gallery is empty.</param>
/// <param name="Score">Its best cosine similarity; -1 when the gallery is empty.</param>
/// <param name="RunnerUp">Best similarity of any other subject; -1 when there is none.</param>
/// <param name="TemplatesOfSubject">Templates held of the best subject: the threshold grows with it.</param>
internal readonly record struct GalleryMatch(Guid? Subject, float Score, float RunnerUp, int TemplatesOfSubject);
