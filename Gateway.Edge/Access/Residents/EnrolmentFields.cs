using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>Checks what was typed, before any photo is looked at.</summary>
internal static class EnrolmentFields
{
    public const int LongestName = 40;
    public const int LongestUnit = 32;
    private const int MostPhotos = 5;

    /// <summary>Every field that cannot be used.</summary>
    public static IEnumerable<EnrolmentRefusal> Check(EnrolmentRequest request, ResidentsOptions options) =>
    [
        .. Text("name", request.Name, LongestName),
        .. Text("unit", request.Unit, LongestUnit),
        .. Check(new FaceRequest(request.Photos, request.ConsentBy, request.ConsentText), options),
    ];

    /// <summary>Every field of a face that cannot be used.</summary>
    public static IEnumerable<EnrolmentRefusal> Check(FaceRequest face, ResidentsOptions options) =>
    [
        .. Text("consentBy", face.ConsentBy, LongestName),
        .. Version(face.ConsentText),
        .. Photos(face.Photos, options.MaximumPhotoBytes),
    ];

    /// <summary>What was typed about a person, and the phone number in one spelling; the number is null where there is none.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="existing">Who is changed; null for somebody new.</param>
    public static (string? Phone, bool KeepPhone, IReadOnlyList<EnrolmentRefusal> Refusals) Check(ResidentDraft draft, Resident? existing)
    {
        var refusals = new List<EnrolmentRefusal>([.. Text("name", draft.Name, LongestName), .. Text("unit", draft.Unit, LongestUnit)]);
        var typed = draft.Phone?.Trim();
        if (existing is not null && (typed is null || typed == existing.MaskedPhone))
        {
            return (null, true, refusals);
        }

        if (string.IsNullOrEmpty(typed))
        {
            return (null, false, refusals);
        }

        if (!PhoneNumber.TryParse(typed, out var number))
        {
            refusals.Add(new("phone", "invalid", new LocalizedText(
                "不是有效电话号码。手机号为 11 位数字，座机请带区号。", "This is no phone number. Mobile numbers have 11 digits; give landlines with their area code.")));
        }

        return (number, false, refusals);
    }

    /// <summary>Whether a person's name can be used for a withdrawal.</summary>
    public static IEnumerable<EnrolmentRefusal> CheckPerson(string field, string value) => Text(field, value, LongestName);

    /// <summary>Whether photos are as many and as large as they may be.</summary>
    public static IEnumerable<EnrolmentRefusal> CheckPhotos(IReadOnlyList<byte[]> photos, ResidentsOptions options) => Photos(photos, options.MaximumPhotoBytes);

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
