using Gateway.Edge.Access.Residents;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Residents;

/// <summary>The fields of the pages that enrol and change a resident, as they were typed.</summary>
public sealed class ResidentForm
{
    /// <summary>Value of <see cref="Way"/> for a face.</summary>
    public const string ByFace = "face";

    /// <summary>Value of <see cref="Way"/> for none.</summary>
    public const string WithoutFace = "none";

    /// <summary>Value of a box that is ticked.</summary>
    public const string Ticked = "on";

    public string? Name { get; set; }

    public string? Unit { get; set; }

    public string? Phone { get; set; }

    public string? LeaseEnd { get; set; }

    public string? Way { get; set; }

    /// <summary>The version of the consent text that the page showed.</summary>
    public string? Text { get; set; }

    public string? Agree { get; set; }

    public string? ConsentBy { get; set; }

    public string? Keep { get; set; }

    public string? Twin { get; set; }

    /// <summary>Ticket of a photo that was found good.</summary>
    public string? Ticket { get; set; }

    internal bool WantsFace => Way == ByFace;

    internal bool Agrees => Agree == Ticked;

    internal ResidentDraft Draft => new(Name ?? "", Unit ?? "", Phone ?? "");

    /// <summary>The face that the form describes, with the photo that came with it.</summary>
    internal FaceRequest Face(byte[] photo, string name) => new(
        [photo], string.IsNullOrWhiteSpace(ConsentBy) ? name : ConsentBy, Text ?? "", Keep == Ticked, Twin == Ticked);

    /// <summary>The lease's end; a fault where it cannot be read or has passed.</summary>
    internal (DateTimeOffset? End, Gateway.Cloud.Contract.LocalizedText? Fault) Lease(ConsoleClock clock, TimeProvider time) =>
        string.IsNullOrWhiteSpace(LeaseEnd) ? (null, null)
        : clock.FromField(LeaseEnd) is not { } end ? (null, Texts.ResidentFormTexts.NoTime)
        : end <= time.GetUtcNow() ? (null, Texts.ResidentFormTexts.Past)
        : (end, null);
}
