using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals.Isapi;

/// <summary>
/// People and faces in the terminal. Every change may be repeated: an answer that was lost does no harm.
/// </summary>
internal sealed class IsapiPeople(IsapiClient client, int door, TimeProvider clock)
{
    private const string Library = "blackFD";
    private const string LibraryId = "1";
    private const int Page = 30;
    private const int MostPages = 2000;

    /// <summary>What terminals can keep: a time beyond is shortened to it.</summary>
    private static readonly DateTime Latest = new(2037, 12, 31, 23, 59, 59, DateTimeKind.Unspecified);

    /// <summary>Numbers of everybody whom the terminal holds.</summary>
    /// <exception cref="DeviceFaultException">It does not tell.</exception>
    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellationToken)
    {
        HashSet<string> numbers = new(StringComparer.Ordinal);
        var search = Guid.NewGuid().ToString("N");
        var position = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var condition = new JsonObject { ["searchID"] = search, ["searchResultPosition"] = position, ["maxResults"] = Page };
            var found = await client.AskJsonAsync(
                HttpMethod.Post, "/ISAPI/AccessControl/UserInfo/Search?format=json", new JsonObject { ["UserInfoSearchCond"] = condition }, "UserInfoSearch", cancellationToken);
            var people = found.Member("UserInfo") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().ToList() : [];
            numbers.UnionWith(people.Select(person => person.Text("employeeNo")).OfType<string>());
            if (found.Text("responseStatusStrg") != "MORE" || people.Count == 0)
            {
                return numbers;
            }

            position += people.Count;
        }

        throw new DeviceFaultException("The terminal's list of people does not end.");
    }

    /// <summary>Adds or changes a person.</summary>
    public async Task<IsapiStatus> PutAsync(TerminalPerson person, bool known, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["UserInfo"] = UserInfo(person) };
        var first = known ? await ModifyAsync(body, cancellationToken) : await RecordAsync(body, cancellationToken);
        return first switch
        {
            { IsDuplicate: true } when !known => await ModifyAsync((JsonObject)body.DeepClone(), cancellationToken),
            { IsAbsent: true } when known => await RecordAsync((JsonObject)body.DeepClone(), cancellationToken),
            _ => first,
        };
    }

    /// <summary>Sets a person's face; one that is there already is replaced.</summary>
    public async Task<IsapiStatus> PutFaceAsync(TerminalPerson person, CancellationToken cancellationToken)
    {
        var status = await RecordFaceAsync(person, cancellationToken);
        if (!status.IsDuplicate)
        {
            return status;
        }

        var removed = await RemoveFaceAsync(person.Number, cancellationToken);
        return removed.Ok ? await RecordFaceAsync(person, cancellationToken) : removed;
    }

    /// <summary>Removes a face; that there is none is a success.</summary>
    public async Task<IsapiStatus> RemoveFaceAsync(string number, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["FPID"] = new JsonArray(new JsonObject { ["value"] = number }) };
        return Gone(await client.TellJsonAsync(
            HttpMethod.Put, $"/ISAPI/Intelligent/FDLib/FDSearch/Delete?format=json&FDID={LibraryId}&faceLibType={Library}", body, cancellationToken));
    }

    /// <summary>Removes a person and the face; that there is none is a success.</summary>
    public async Task<IsapiStatus> RemoveAsync(string number, CancellationToken cancellationToken)
    {
        // The face first: one without a person would be left behind where nobody looks for it.
        var face = await RemoveFaceAsync(number, cancellationToken);
        if (!face.Ok)
        {
            return face;
        }

        var condition = new JsonObject { ["EmployeeNoList"] = new JsonArray(new JsonObject { ["employeeNo"] = number }) };
        return Gone(await client.TellJsonAsync(
            HttpMethod.Put, "/ISAPI/AccessControl/UserInfo/Delete?format=json", new JsonObject { ["UserInfoDelCond"] = condition }, cancellationToken));
    }

    private static IsapiStatus Gone(IsapiStatus status) => status.IsAbsent ? status with { Ok = true } : status;

    private Task<IsapiStatus> RecordAsync(JsonObject body, CancellationToken cancellationToken) =>
        client.TellJsonAsync(HttpMethod.Post, "/ISAPI/AccessControl/UserInfo/Record?format=json", body, cancellationToken);

    private Task<IsapiStatus> ModifyAsync(JsonObject body, CancellationToken cancellationToken) =>
        client.TellJsonAsync(HttpMethod.Put, "/ISAPI/AccessControl/UserInfo/Modify?format=json", body, cancellationToken);

    private Task<IsapiStatus> RecordFaceAsync(TerminalPerson person, CancellationToken cancellationToken) => client.TellFormAsync(
        "/ISAPI/Intelligent/FDLib/FaceDataRecord?format=json",
        "FaceDataRecord",
        new JsonObject { ["faceLibType"] = Library, ["FDID"] = LibraryId, ["FPID"] = person.Number },
        person.Face,
        cancellationToken);

    private JsonObject UserInfo(TerminalPerson person) => new()
    {
        ["employeeNo"] = person.Number,
        ["name"] = person.Name,
        ["userType"] = "normal",
        ["Valid"] = new JsonObject
        {
            ["enable"] = true,
            ["beginTime"] = Local(person.From),
            ["endTime"] = Local(person.Until),
            ["timeType"] = "local",
        },
        ["doorRight"] = door.ToString(CultureInfo.InvariantCulture),
        ["RightPlan"] = new JsonArray(new JsonObject { ["doorNo"] = door, ["planTemplateNo"] = "1" }),
        ["maxOpenDoorTime"] = 0,
    };

    private string Local(DateTimeOffset time)
    {
        var local = TimeZoneInfo.ConvertTime(time, clock.LocalTimeZone).DateTime;
        return (local > Latest ? Latest : local).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
