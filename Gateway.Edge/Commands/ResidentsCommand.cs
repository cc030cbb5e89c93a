using System.CommandLine;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway residents</c>: enrols, lists and withdraws, whether the gateway runs or not.</summary>
internal sealed class ResidentsCommand
{
    private readonly Action<IServiceCollection, IConfiguration> _addPerception;

    private ResidentsCommand(Action<IServiceCollection, IConfiguration> addPerception) => _addPerception = addPerception;

    /// <summary>The verb. <paramref name="addPerception"/> registers the examiner and the gallery for when no gateway runs.</summary>
    public static Command Create(Action<IServiceCollection, IConfiguration> addPerception)
    {
        var verbs = new ResidentsCommand(addPerception);
        return new Command("residents", "Enrol residents, list them, withdraw a consent.")
        {
            verbs.CreateEnrol(),
            verbs.CreateList(),
            verbs.CreateShow(),
            verbs.CreateWithdraw(),
            CreateConsentText(),
        };
    }

    private Command CreateEnrol()
    {
        var data = CommandSettings.DataOption();
        var name = new Option<string>("--name") { Description = "The resident's name.", Required = true };
        var unit = new Option<string>("--unit") { Description = "Building and flat, such as 3-1202.", Required = true };
        var photos = new Option<FileInfo[]>("--photo") { Description = "A JPEG of the face; one to five.", Required = true, AllowMultipleArgumentsPerToken = true };
        var by = new Option<string>("--consent-by") { Description = "Who consents: the resident, or a child's guardian.", Required = true };
        var text = new Option<string>("--consent-text") { Description = "Version of the consent text that was shown; see residents consent-text.", Required = true };
        var keep = new Option<bool>("--keep-photos") { Description = "The consent covers keeping the photos, encrypted." };
        var duplicate = new Option<bool>("--allow-duplicate") { Description = "Enrol although a photo matches another resident, such as a twin." };
        var json = JsonOption();
        var command = new Command("enrol", "Enrol a resident.") { data, name, unit, photos, by, text, keep, duplicate, json };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
        {
            var request = new EnrolmentRequest(
                parse.GetRequiredValue(name),
                parse.GetRequiredValue(unit),
                await ResidentPhotos.ReadAsync(parse.GetRequiredValue(photos), stop),
                parse.GetRequiredValue(by),
                parse.GetRequiredValue(text),
                parse.GetValue(keep),
                parse.GetValue(duplicate));
            return ResidentReports.Enrolled(
                await desk.EnrolAsync(request, stop), parse.GetValue(json), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
        }, stop));
        return command;
    }

    private Command CreateList()
    {
        var data = CommandSettings.DataOption();
        var json = JsonOption();
        var command = new Command("list", "List everyone, withdrawn consents too.") { data, json };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
            ResidentReports.List(await desk.ListAsync(stop), parse.GetValue(json), parse.InvocationConfiguration.Output), stop));
        return command;
    }

    private Command CreateShow()
    {
        var data = CommandSettings.DataOption();
        var json = JsonOption();
        var id = IdArgument();
        var command = new Command("show", "Show one resident.") { data, json, id };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
        {
            var resident = Found(await desk.ShowAsync(parse.GetValue(id), stop), parse.GetValue(id));
            return ResidentReports.One(resident, parse.GetValue(json), parse.InvocationConfiguration.Output);
        }, stop));
        return command;
    }

    private Command CreateWithdraw()
    {
        var data = CommandSettings.DataOption();
        var json = JsonOption();
        var id = IdArgument();
        var by = new Option<string>("--by") { Description = "Who withdraws the consent.", Required = true };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        var command = new Command("withdraw", "Withdraw a consent: template and photos are erased for good.") { data, json, id, by, yes };
        command.SetAction((parse, stop) => Run(parse, data, async desk =>
        {
            if (EnrolmentFields.CheckPerson("--by", parse.GetRequiredValue(by)).FirstOrDefault() is { } refusal)
            {
                throw new CommandFaultException($"--by: {refusal.Reason.En}");
            }

            var resident = Found(await desk.ShowAsync(parse.GetValue(id), stop), parse.GetValue(id));
            if (!parse.GetValue(yes) && !ResidentReports.Confirm(resident, System.Console.In, parse.InvocationConfiguration.Output))
            {
                return 1;
            }

            var withdrawn = await desk.WithdrawAsync(resident.Id, parse.GetRequiredValue(by), stop);
            return ResidentReports.One(Found(withdrawn, resident.Id), parse.GetValue(json), parse.InvocationConfiguration.Output);
        }, stop));
        return command;
    }

    private static Command CreateConsentText()
    {
        var json = JsonOption();
        var command = new Command("consent-text", "Print the texts that residents consent to, in both languages.") { json };
        command.SetAction(parse => ResidentReports.ConsentTexts(parse.GetValue(json), parse.InvocationConfiguration.Output));
        return command;
    }

    private static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    private static Argument<Guid> IdArgument() => new("id") { Description = "The resident's id, from residents list." };

    private static Resident Found(Resident? resident, Guid id) =>
        resident ?? throw new CommandFaultException($"There is no resident {id}. See residents list.");

    private Task<int> Run(ParseResult parse, Option<string?> data, Func<IResidentDesk, Task<int>> verb, CancellationToken stop) =>
        CommandOutcome.RunAsync(
            parse.InvocationConfiguration.Error, () => ResidentDeskOpening.UseAsync(parse.GetValue(data), _addPerception, verb, stop));
}
