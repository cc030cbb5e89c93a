using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>Checks what was typed, before any photo is looked at.</summary>
internal static class EnrolmentFields
{
    private const int LongestName = 40;
    private const int LongestUnit = 32;
    private const int MostPhotos = 5;

    /// <summary>Every field that cannot be used.</summary>
    public static IEnumerable<EnrolmentRefusal> Check(EnrolmentRequest request, ResidentsOptions options) =>
    [
        .. Text("name", request.Name, LongestName),
        .. Text("unit", request.Unit, LongestUnit),
        .. Text("consentBy", request.ConsentBy, LongestName),
        .. Version(request.ConsentText),
        .. Photos(request.Photos, options.MaximumPhotoBytes),
    ];

    /// <summary>Whether a person's name can be used for a withdrawal.</summary>
    public static IEnumerable<EnrolmentRefusal> CheckPerson(string field, string value) => Text(field, value, LongestName);

    private static IEnumerable<EnrolmentRefusal> Text(string field, string? value, int longest)
    {
        var trimmed = value?.Trim() ?? "";
        if (trimmed.Length == 0 || trimmed.Length > longest || trimmed.Any(char.IsControl))
        {
            yield return new(field, "invalid", new LocalizedText(
                $"请填写 1 至 {longest} 个字符，不含控制字符。", $"Give 1 to {longest} characters without control characters."));
        }
    }

    private static IEnumerable<EnrolmentRefusal> Version(string? version)
    {
        if (version is null || !ConsentText.Exists(version))
        {
            var known = string.Join(", ", ConsentText.All.Select(text => text.Version));
            yield return new("consentText", "unknown-version", new LocalizedText(
                $"没有此版本的同意书。可用版本：{known}。", $"There is no such version of the consent text. Known: {known}."));
        }
    }

    private static IEnumerable<EnrolmentRefusal> Photos(IReadOnlyList<byte[]>? photos, int maximumBytes)
    {
        if (photos is null || photos.Count is < 1 or > MostPhotos)
        {
            yield return new("photos", "count", new LocalizedText($"请提供 1 至 {MostPhotos} 张照片。", $"Give 1 to {MostPhotos} photos."));
            yield break;
        }

        for (var index = 0; index < photos.Count; index++)
        {
            if (photos[index] is not { Length: > 0 } photo || photo.Length > maximumBytes)
            {
                yield return new($"photos[{index}]", "size", new LocalizedText(
                    $"照片为空或超过 {maximumBytes / 1024} KB，请换一张。", $"The photo is empty or larger than {maximumBytes / 1024} KB; give another one."));
            }
        }
    }
}
