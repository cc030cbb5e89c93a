using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Edge.Privacy.People;

/// <summary>One person, with what is needed to find everything stored on them. Immutable; an erasure's plan is one of these, sealed.</summary>
/// <param name="Kind">As what the compound knows the person.</param>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Unit">Building and flat; null for none.</param>
/// <param name="Phones">Whole numbers, in no order.</param>
/// <param name="Vehicles">The person's vehicles.</param>
/// <param name="Grants">Ids of the person's grants.</param>
/// <param name="Passes">Ids of the person's cards and codes.</param>
/// <param name="NameIsShared">Somebody else here has the same name: then a bare mention of it may be the other's.</param>
internal sealed record DataSubject(
    SubjectKind Kind,
    Guid Id,
    string Name,
    string? Unit,
    IReadOnlyList<string> Phones,
    IReadOnlyList<SubjectVehicle> Vehicles,
    IReadOnlyList<Guid> Grants,
    IReadOnlyList<Guid> Passes,
    bool NameIsShared)
{
    private const string Blanked = "—";
    private const int ShortestName = 2;

    /// <summary>Plates of the vehicles.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Plates => [.. Vehicles.Select(vehicle => vehicle.Plate)];

    /// <summary>The words by which journal records tell of the person, as they stand in JSON: ids and plates, plain and escaped. No name is among them.</summary>
    public IReadOnlyList<byte[]> Needles()
    {
        List<string> words = [Id.ToString(), Id.ToString("N"), .. Vehicles.Select(vehicle => vehicle.Id.ToString()), .. Grants.Select(grant => grant.ToString()), .. Passes.Select(pass => pass.ToString())];
        return [.. words.Select(Encoding.UTF8.GetBytes), .. PlateNeedles()];
    }

    /// <summary>The same for the plates alone.</summary>
    public IReadOnlyList<byte[]> PlateNeedles() =>
        [.. Plates.SelectMany(plate => new[] { Encoding.UTF8.GetBytes(plate), JsonEncodedText.Encode(plate).EncodedUtf8Bytes.ToArray() })];

    /// <summary>A text of somebody else's entry without the person: numbers and plates always, the name where it can be nobody else's.</summary>
    public string? Blank(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var named = Name.Length >= ShortestName && (!NameIsShared || (Unit is { } unit && text.Contains(unit, StringComparison.Ordinal)));
        var words = named ? Phones.Concat(Plates).Prepend(Name) : Phones.Concat(Plates);
        return words.Where(word => word.Length >= ShortestName).Aggregate(text, (rest, word) => rest.Replace(word, Blanked, StringComparison.Ordinal));
    }
}
