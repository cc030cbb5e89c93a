namespace Gateway.Edge.Perception.Faces.Detection;

/// <summary>Non-maximum suppression: of boxes that overlap, the best one stays.</summary>
internal static class OverlapSuppression
{
    /// <summary>Sorts the candidates by score and copies those that overlap no better one by more than <paramref name="limit"/>; returns their number.</summary>
    public static int Keep(Span<FaceBox> candidates, float limit, Span<FaceBox> kept)
    {
        candidates.Sort(static (one, other) => other.Score.CompareTo(one.Score));
        var count = 0;
        foreach (var candidate in candidates)
        {
            if (count == kept.Length)
            {
                break;
            }

            var alone = true;
            for (var index = 0; index < count && alone; index++)
            {
                alone = kept[index].Box.Overlap(candidate.Box) <= limit;
            }

            if (alone)
            {
                kept[count++] = candidate;
            }
        }

        return count;
    }
}
