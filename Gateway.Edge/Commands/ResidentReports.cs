using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Commands;

/// <summary>What <c>gateway residents</c> prints.</summary>
internal static class ResidentReports
{
    public static int Enrolled(EnrolmentOutcome outcome, bool json, TextWriter output, TextWriter errors)
    {
        if (outcome.Resident is { } resident)
        {
            return One(resident, json, output);
        }

        foreach (var refusal in outcome.Refusals)
        {
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.Zh}");
            errors.WriteLine($"{refusal.Field}: {refusal.Reason.En}");
            if (refusal.Code == EnrolmentRefusal.Duplicate)
            {
                errors.WriteLine("  (--allow-duplicate)");
            }
        }

        return 1;
    }

    public static int List(IReadOnlyList<Resident> residents, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, new { residents });
            return 0;
        }

        foreach (var resident in residents)
        {
            output.WriteLine($"{resident.Id}  {resident.Unit,-12}  {State(resident),-10}  {resident.Templates} / {resident.PhotosKept}  {resident.Name}");
        }

        output.WriteLine($"{residents.Count} residents, {residents.Count(resident => resident.HasFace)} enrolled");
        return 0;
    }

    public static int One(Resident resident, bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, resident);
            return 0;
        }

        output.WriteLine($"""
            id         {resident.Id}
            name       {resident.Name}
            unit       {resident.Unit}
            state      {State(resident)}
            phone      {resident.MaskedPhone ?? "-"}
            consent    {Consent(resident.Consent)}
            templates  {resident.Templates}
            photos     {resident.PhotosKept} kept
            """);
        if (resident.Consent is { Stands: false } withdrawn)
        {
            output.WriteLine($"withdrawn  by {withdrawn.WithdrawnBy}, {withdrawn.WithdrawnAt:yyyy-MM-dd HH:mm:ss}Z");
        }

        return 0;
    }

    public static bool Confirm(Resident resident, TextReader input, TextWriter output)
    {
        output.Write($"Erase the face data of {resident.Name} ({resident.Unit})? They cannot be restored. Type yes: ");
        var confirmed = string.Equals(input.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
        output.WriteLine(confirmed ? "" : "Nothing was changed.");
        return confirmed;
    }

    public static int ConsentTexts(bool json, TextWriter output)
    {
        if (json)
        {
            CommandOutcome.PrintJson(output, new { texts = ConsentText.All });
            return 0;
        }

        foreach (var text in ConsentText.All)
        {
            output.WriteLine($"== {text.Version} ==");
            output.WriteLine(text.Text.Zh);
            output.WriteLine(text.Text.En);
        }

        return 0;
    }

    private static string Consent(Consent? consent) => consent is null ? "none" : $"{consent.TextVersion} by {consent.By}, {consent.At:yyyy-MM-dd HH:mm:ss}Z";

    private static string State(Resident resident) => resident.Consent is not { } consent ? "no face" : consent.Stands ? "enrolled" : "withdrawn";
}
