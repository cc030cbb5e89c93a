using System.Globalization;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Grants;

/// <summary>The fields of a grant as the form sends them; everything is text until it is read.</summary>
public sealed class GrantForm
{
    /// <summary>Every gate.</summary>
    public const string Everywhere = "all";

    /// <summary>The gates that are checked.</summary>
    public const string SomeGates = "gates";

    /// <summary>The areas that are checked.</summary>
    public const string SomeAreas = "areas";

    /// <summary>The word in <see cref="OwnTag"/> counts.</summary>
    public const string Own = "own";

    // More than any field may hold, so that what is too long is still told; less than what makes a page heavy.
    private const int LongestKept = 256;

    public string? Tag { get; set; }

    public string? OwnTag { get; set; }

    /// <summary>Somebody who is known; null for a new person.</summary>
    public Guid? Worker { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    /// <summary>How the person passes: one of the constants of <see cref="GrantWay"/>.</summary>
    public string Way { get; set; } = GrantWay.Code;

    public string? Card { get; set; }

    public bool Consent { get; set; }

    public string? ConsentBy { get; set; }

    public bool KeepPhotos { get; set; }

    /// <summary>The photo may match somebody else, such as a twin.</summary>
    public bool AllowDuplicate { get; set; }

    /// <summary>A photo matched somebody else: the form asks whether that may be. Not sent.</summary>
    public bool AsksDuplicate { get; set; }

    public string Where { get; set; } = Everywhere;

    public IReadOnlyList<string> Gates { get; set; } = [];

    public IReadOnlyList<string> Areas { get; set; } = [];

    public string? Plates { get; set; }

    public string Window { get; set; } = GrantWindow.TwoHours;

    public string? From { get; set; }

    public string? Until { get; set; }

    public string? Hours { get; set; }

    public string? Holidays { get; set; }

    public string? Entries { get; set; }

    public string? Host { get; set; }

    /// <summary>The form as it was sent.</summary>
    internal static GrantForm Of(IFormCollection form) => new()
    {
        Tag = Text(form, nameof(Tag)),
        OwnTag = Text(form, nameof(OwnTag)),
        Worker = Guid.TryParse(Text(form, nameof(Worker)), out var worker) ? worker : null,
        Name = Text(form, nameof(Name)),
        Phone = Text(form, nameof(Phone)),
        Way = Text(form, nameof(Way)) ?? GrantWay.Code,
        Card = Text(form, nameof(Card)),
        Consent = Text(form, nameof(Consent)) is not null,
        ConsentBy = Text(form, nameof(ConsentBy)),
        KeepPhotos = Text(form, nameof(KeepPhotos)) is not null,
        AllowDuplicate = Text(form, nameof(AllowDuplicate)) is not null,
        AsksDuplicate = Text(form, nameof(AllowDuplicate)) is not null,
        Where = Text(form, nameof(Where)) ?? Everywhere,
        Gates = Texts(form, nameof(Gates)),
        Areas = Texts(form, nameof(Areas)),
        Plates = Text(form, nameof(Plates)),
        Window = Text(form, nameof(Window)) ?? GrantWindow.TwoHours,
        From = Text(form, nameof(From)),
        Until = Text(form, nameof(Until)),
        Hours = Text(form, nameof(Hours)),
        Holidays = Text(form, nameof(Holidays)),
        Entries = Text(form, nameof(Entries)),
        Host = Text(form, nameof(Host)),
    };

    /// <summary>The grant that the form describes, and what of it cannot be read, field by field: only without such a fault is it what was meant.</summary>
    /// <param name="window">Reads the choices of time.</param>
    /// <param name="known">Who was chosen of those who are known; null for a new person.</param>
    /// <param name="photos">The photos that came with it.</param>
    internal (GrantDraft Draft, FieldFaults Faults) Read(GrantWindow window, KnownWorker? known, IReadOnlyList<byte[]> photos)
    {
        var faults = new FieldFaults();
        var (from, until) = window.Read(Window, From, Until, faults);
        var face = Way == GrantWay.Face ? Face(known, photos, faults) : null;
        Need(Where == SomeGates && Gates.Count == 0, "gates", GrantFormTexts.ChooseGates);
        Need(Where == SomeAreas && Areas.Count == 0, "areas", GrantFormTexts.ChooseAreas);
        int? entries = null;
        if (Entries is not null)
        {
            var isNumber = int.TryParse(Entries, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            Need(!isNumber, "entries", VehicleFormTexts.NoNumber);
            entries = isNumber ? number : null;
        }

        var draft = new GrantDraft(
            (Tag == Own ? OwnTag : Tag) ?? "",
            Host ?? "",
            until ?? DateTimeOffset.MaxValue,
            known?.Id,
            known is null ? Name : null,
            known is null ? Phone : null,
            face,
            Where == SomeGates ? Gates : [],
            Where == SomeAreas ? Areas : [],
            from,
            Hours,
            Enum.TryParse<HolidayRule>(Holidays, out var rule) ? rule : HolidayRule.AnyDay,
            entries,
            Plates?.Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return (draft, faults);

        void Need(bool wrong, string field, Gateway.Cloud.Contract.LocalizedText words)
        {
            if (wrong)
            {
                faults.Add(field, words);
            }
        }
    }

    private FaceOffer? Face(KnownWorker? known, IReadOnlyList<byte[]> photos, FieldFaults faults)
    {
        if (photos.Count == 0)
        {
            if (known is not { HasFace: true })
            {
                faults.Add("photos", GrantFormTexts.NoPhoto);
            }

            return null;
        }

        if (!Consent)
        {
            faults.Add("consent", GrantFormTexts.NoConsent);
        }

        return new FaceOffer(photos, ConsentBy ?? known?.Name ?? Name ?? "", ConsentText.Newest.Version, KeepPhotos, AllowDuplicate);
    }

    private static string? Text(IFormCollection form, string field) =>
        form[$"Form.{field}"].ToString() is var text && !string.IsNullOrWhiteSpace(text) ? text.Trim() is var trimmed && trimmed.Length > LongestKept ? trimmed[..LongestKept] : trimmed : null;

    private static List<string> Texts(IFormCollection form, string field) =>
        [.. form[$"Form.{field}"].OfType<string>().Where(text => text.Length is > 0 and <= LongestKept).Distinct(StringComparer.Ordinal).Take(GrantFields.MostPlaces + 1)];
}
