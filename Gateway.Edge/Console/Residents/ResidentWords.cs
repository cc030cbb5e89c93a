using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Residents;

/// <summary>What the pages say of one resident's face, cards and lease.</summary>
internal sealed class ResidentWords(IResidentRoll roll, GrantOptions options, ConsoleClock clock, TimeProvider time)
{
    /// <summary>Whether gates know the face, and since when.</summary>
    public TonedWords Face(Resident resident) => resident.Consent switch
    {
        null => new(ResidentTexts.NoFace, Tone.Unknown, "user"),
        { Stands: false } => new(ResidentTexts.FaceWithdrawn, Tone.Unknown, "user"),
        { } consent when roll.IsFaceReady(resident.Id) => new(Fill(ResidentTexts.FaceSince, clock.Day(consent.At)), Tone.Good, "check"),
        _ => new(ResidentTexts.FaceMissing, Tone.High, "warning"),
    };

    /// <summary>What is stored of the face.</summary>
    public FaceState State(Resident resident)
    {
        var (stored, consents) = (new List<LocalizedText>(2), new List<LocalizedText>(2));
        stored.Add(resident.Templates == 0 ? ResidentPageTexts.NoFaceData : Fill(ResidentPageTexts.Templates, resident.Templates));
        if (resident.PhotosKept > 0)
        {
            stored.Add(Fill(ResidentPageTexts.Photos, resident.PhotosKept));
        }

        if (resident.Consent is { } consent)
        {
            consents.Add(Fill(ResidentPageTexts.ConsentOf, consent.By, clock.Day(consent.At), consent.TextVersion));
            if (consent.WithdrawnAt is { } at)
            {
                consents.Add(Fill(ResidentPageTexts.WithdrawnOf, consent.WithdrawnBy ?? "", clock.Day(at)));
            }
        }

        var face = Face(resident);
        return new FaceState(roll.IsFaceReady(resident.Id) ? face with { Words = ResidentPageTexts.Ready } : face, stored, consents, resident.HasFace);
    }

    /// <summary>A card or code with since when and until when.</summary>
    public PassLine Line(Pass pass)
    {
        var since = Fill(ResidentPageTexts.PassSince, clock.Day(pass.Issued));
        var until = pass.Until is { } end ? Fill(ResidentPageTexts.PassUntil, clock.Minute(end)) : null;
        return new PassLine(
            pass.Id,
            pass.Kind == PassKind.Card ? "door" : "phone",
            pass.Kind == PassKind.Card ? Fill(ResidentPageTexts.Card, pass.Hint ?? "") : ResidentPageTexts.CodeWord,
            until is null ? since : new LocalizedText($"{since.Zh}，{until.Zh}", $"{since.En}, {until.En}"));
    }

    /// <summary>When the lease ends; null for owners.</summary>
    public TonedWords? Lease(DateTimeOffset? end)
    {
        var now = time.GetUtcNow();
        return end switch
        {
            null => null,
            { } at when at <= now => new(Fill(ResidentTexts.LeaseOver, clock.Day(at)), Tone.Emergency, "ban"),
            { } at when IsDue(at, now) => new(Fill(ResidentTexts.LeaseSoon, clock.Day(at)), Tone.High, "clock"),
            { } at => new(Fill(ResidentTexts.LeaseUntil, clock.Day(at)), Tone.Unknown, "clock"),
        };
    }

    /// <summary>True when the office should remind the tenant.</summary>
    public bool IsDue(DateTimeOffset end, DateTimeOffset now) => end <= now.AddDays(options.LeaseReminderDays);

    /// <summary>How many cards and codes.</summary>
    public static LocalizedText Passes(IEnumerable<Pass> passes)
    {
        var (cards, codes) = (0, 0);
        foreach (var pass in passes)
        {
            _ = pass.Kind == PassKind.Card ? cards++ : codes++;
        }

        return (cards, codes) switch
        {
            (0, 0) => ResidentTexts.NoPass,
            (_, 0) => Fill(cards == 1 ? ResidentTexts.OneCard : ResidentTexts.Cards, cards),
            (0, _) => Fill(codes == 1 ? ResidentTexts.OneCode : ResidentTexts.Codes, codes),
            _ => Fill(ResidentTexts.CardsAndCodes, cards, codes),
        };
    }

    private static LocalizedText Fill(LocalizedText text, params object[] values) => new(Language.Chinese.Fill(text, values), Language.English.Fill(text, values));
}
