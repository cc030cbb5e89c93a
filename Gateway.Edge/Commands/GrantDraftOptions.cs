using System.CommandLine;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Commands;

/// <summary>The options that describe a grant.</summary>
internal sealed class GrantDraftOptions
{
    private readonly Option<string> _tag = new("--tag") { Description = "plumber, cleaner, gardener, repairer, courier, decorator, domestic, or a word of your own.", Required = true };
    private readonly Option<string> _host = new("--host") { Description = "The flat, the resident or the work order.", Required = true };
    private readonly Option<string> _until = new("--until") { Description = "The end, such as \"2026-06-01 12:00\", in the compound's time; a day alone means its end.", Required = true };
    private readonly Option<string?> _from = new("--from") { Description = "The begin; otherwise now." };
    private readonly Option<Guid?> _worker = new("--worker") { Description = "Somebody who is known already, by id." };
    private readonly Option<string?> _name = new("--name") { Description = "A new person's name." };
    private readonly Option<string?> _phone = new("--phone") { Description = "A new person's number." };
    private readonly Option<FileInfo[]> _photos = new("--photo") { Description = "A JPEG of the face; needs consent.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _consentBy = new("--consent-by") { Description = "Who consents to the use of the face." };
    private readonly Option<string?> _consentText = new("--consent-text") { Description = "Version of the consent text that was shown." };
    private readonly Option<string[]> _gates = new("--gate") { Description = "A gate's device id; otherwise all.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _areas = new("--area") { Description = "An area of the settings.", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _hours = new("--hours") { Description = "Hours of the week, such as \"Mon-Fri 08:00-18:00; Sat 22:00-02:00\"." };
    private readonly Option<HolidayRule> _holidays = new("--holidays") { Description = "AnyDay, NotOnHolidays or OnlyOnHolidays." };
    private readonly Option<int?> _entries = new("--entries") { Description = "How many times the worker may enter." };
    private readonly Option<string[]> _plates = new("--plate") { Description = "A vehicle that comes with it.", AllowMultipleArgumentsPerToken = true };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options =
            [_tag, _host, _until, _from, _worker, _name, _phone, _photos, _consentBy, _consentText, _gates, _areas, _hours, _holidays, _entries, _plates];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was typed.</summary>
    /// <exception cref="CommandFaultException">An option cannot be read.</exception>
    public async Task<GrantDraft> ReadAsync(ParseResult parse, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var photos = await ResidentPhotos.ReadAsync(parse.GetValue(_photos) ?? [], cancellationToken);
        return new GrantDraft(
            parse.GetRequiredValue(_tag),
            parse.GetRequiredValue(_host),
            Time(_until.Name, parse.GetRequiredValue(_until), zone, isEnd: true),
            parse.GetValue(_worker),
            parse.GetValue(_name),
            parse.GetValue(_phone),
            photos.Count == 0 ? null : new FaceOffer(photos, parse.GetValue(_consentBy) ?? "", parse.GetValue(_consentText) ?? ""),
            parse.GetValue(_gates),
            parse.GetValue(_areas),
            parse.GetValue(_from) is { } from ? Time(_from.Name, from, zone, isEnd: false) : null,
            parse.GetValue(_hours),
            parse.GetValue(_holidays),
            parse.GetValue(_entries),
            parse.GetValue(_plates));
    }

    /// <summary>A time in the compound's zone.</summary>
    /// <exception cref="CommandFaultException">It is none.</exception>
    public static DateTimeOffset Time(string option, string text, TimeZoneInfo zone, bool isEnd) =>
        LocalTimes.Parse(text, zone, isEnd) ?? throw new CommandFaultException($"{option}: '{text}' is no time. Write it like \"2026-06-01 08:00\".");
}
