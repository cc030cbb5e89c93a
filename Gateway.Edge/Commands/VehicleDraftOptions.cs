using System.CommandLine;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Commands;

/// <summary>The options that describe a vehicle, for one verb.</summary>
internal sealed class VehicleDraftOptions
{
    private readonly Option<string?> _plate = new("--plate") { Description = "The number, such as 京A12345." };
    private readonly Option<string?> _standing = new("--standing") { Description = "resident, visitor or worker." };
    private readonly Option<string?> _owner = new("--owner") { Description = "Who answers for it; residents need one." };
    private readonly Option<string?> _unit = new("--unit") { Description = "Building and flat, such as 3-1202; residents need one." };
    private readonly Option<string?> _phone = new("--phone") { Description = "The owner's number; empty removes it." };
    private readonly Option<string?> _from = new("--from") { Description = "May enter from, such as \"2026-06-01 08:00\", in the compound's time." };
    private readonly Option<string?> _until = new("--until") { Description = "May enter until; visitors and workers need it." };
    private readonly Option<string?> _hours = new("--hours") { Description = "Hours of the week, such as \"Mon-Fri 08:00-18:00; Sat 22:00-02:00\"." };
    private readonly Option<int?> _entries = new("--entries") { Description = "How many times it may enter." };
    private readonly Option<string?> _host = new("--host") { Description = "The flat that is visited or the work order; visitors and workers need one." };
    private readonly Option<int?> _paid = new("--paid-minutes") { Description = "Minutes paid for each stay." };
    private readonly Option<string?> _note = new("--note") { Description = "A word." };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] options = [_plate, _standing, _owner, _unit, _phone, _from, _until, _hours, _entries, _host, _paid, _note];
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was typed, over what is registered where there is something.</summary>
    /// <exception cref="CommandFaultException">An option cannot be read, or one that is needed is missing.</exception>
    public VehicleDraft Read(ParseResult parse, TimeZoneInfo zone, Vehicle? existing)
    {
        var standing = parse.GetValue(_standing) is { } word
            ? StandingWords.Parse(word) ?? throw new CommandFaultException("--standing: say resident, visitor or worker.")
            : existing?.Standing ?? throw new CommandFaultException("--standing is needed: resident, visitor or worker.");
        var before = existing?.Standing == standing ? existing : null;
        return new VehicleDraft(
            parse.GetValue(_plate) ?? existing?.Plate.Text ?? throw new CommandFaultException("--plate is needed."),
            standing,
            parse.GetValue(_owner) ?? existing?.Owner,
            parse.GetValue(_unit) ?? existing?.Unit,
            parse.GetValue(_phone),
            Time(parse, _from, zone, isEnd: false) ?? before?.From,
            Time(parse, _until, zone, isEnd: true) ?? before?.Until,
            parse.GetValue(_hours) ?? before?.Grant?.Hours?.Text,
            parse.GetValue(_entries) ?? before?.Grant?.Entries,
            parse.GetValue(_host) ?? before?.Grant?.Host,
            parse.GetValue(_paid) ?? before?.PaidMinutes,
            parse.GetValue(_note) ?? existing?.Note);
    }

    private static DateTimeOffset? Time(ParseResult parse, Option<string?> option, TimeZoneInfo zone, bool isEnd) => parse.GetValue(option) is not { } text
        ? null
        : LocalTimes.Parse(text, zone, isEnd) ?? throw new CommandFaultException($"{option.Name}: '{text}' is no time. Write it like \"2026-06-01 08:00\".");
}
