using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Console.Residents;

/// <summary>The photo of a form: the file that came with it, or one that was found good before. Judges it as an enrolment does.</summary>
internal sealed class ChosenPhoto(IResidentRoll roll, PendingPhotos pending, IOptions<ResidentsOptions> options)
{
    /// <summary>Largest body of a form with a photo in bytes: the photo at its default limit, and room for what is typed.</summary>
    public const int LargestForm = (8 * 1024 * 1024) + (256 * 1024);

    /// <summary>Reads the file of a form; null where there is none, with why where it cannot be used.</summary>
    public async Task<(byte[]? Photo, LocalizedText? Fault)> ReadAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 })
        {
            return (null, null);
        }

        if (file.Length > options.Value.MaximumPhotoBytes)
        {
            return (null, ResidentFormTexts.TooLarge);
        }

        var photo = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(photo, cancellationToken);
        return (photo, null);
    }

    /// <summary>The photo of a form: its file, or the one behind its ticket.</summary>
    public async Task<(byte[]? Photo, LocalizedText? Fault)> OfAsync(HttpContext context, string? ticket)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (photo, fault) = await ReadAsync(form.Files["photo"], context.RequestAborted);
        return (photo ?? pending.Find(Owner(context), ticket), fault) switch
        {
            (_, { } wrong) => (null, wrong),
            ({ } chosen, _) => (chosen, null),
            _ => (null, string.IsNullOrEmpty(ticket) ? ResidentFormTexts.NoPhoto : ResidentFormTexts.PhotoOver),
        };
    }

    /// <summary>Judges a photo; what is wrong with it, or the ticket under which it is held.</summary>
    /// <remarks>A likeness to somebody else is no fault of the photo: the enrolment asks about it.</remarks>
    public (string? Ticket, IReadOnlyList<LocalizedText> Faults) Judge(HttpContext context, byte[] photo, Guid? resident)
    {
        try
        {
            var refusals = roll.CheckPhoto(photo, resident);
            var faults = refusals.Where(refusal => refusal.Code != EnrolmentRefusal.Duplicate).Select(refusal => refusal.Reason).ToList();
            return faults.Count > 0 ? (null, faults) : (pending.Add(Owner(context), photo), [.. refusals.Select(refusal => refusal.Reason)]);
        }
        catch (ModelFaultException)
        {
            return (null, [ResidentFormTexts.ModelMissing]);
        }
    }

    /// <summary>Whose photo it is to hold: the account that is signed in.</summary>
    public static string Owner(HttpContext context) => context.User.Identity?.Name ?? "";
}
