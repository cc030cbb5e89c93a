using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Status;

/// <summary>The registry in numbers; names stay out of this page.</summary>
internal static class ResidentFacts
{
    public static IReadOnlyList<Fact> Of(IReadOnlyList<Resident> residents)
    {
        var standing = residents.Count(resident => resident.HasFace);
        return
        [
            new(StatusTexts.Consented, StatusTexts.People(standing)),
            new(StatusTexts.Withdrawn, StatusTexts.People(residents.Count(resident => resident.Consent is { Stands: false }))),
        ];
    }
}
