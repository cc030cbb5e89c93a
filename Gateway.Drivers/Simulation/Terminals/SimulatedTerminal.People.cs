using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Text.Json.Nodes;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Drivers.Simulation.Terminals;

/// <content>Whom it knows.</content>
internal sealed partial class SimulatedTerminal
{
    private readonly SortedDictionary<string, JsonObject> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte[]> _faces = new(StringComparer.Ordinal);

    /// <summary>Numbers of the people whom it knows, in order.</summary>
    public IReadOnlyList<string> People
    {
        get
        {
            lock (_gate)
            {
                return [.. _people.Keys];
            }
        }
    }

    /// <summary>Forgets all people, as after a reset to the maker's settings.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _people.Clear();
            _faces.Clear();
        }
    }

    /// <summary>A person's face; null for none.</summary>
    public byte[]? FaceOf(string number)
    {
        lock (_gate)
        {
            return _faces.GetValueOrDefault(number);
        }
    }

    /// <summary>What it holds of a person, in its own words; null for nobody.</summary>
    public JsonObject? PersonOf(string number)
    {
        lock (_gate)
        {
            return _people.GetValueOrDefault(number)?.DeepClone().AsObject();
        }
    }

    private HttpResponseMessage SearchPeople(byte[] body)
    {
        var condition = Read(body, "UserInfoSearchCond");
        var (position, most) = ((int?)condition["searchResultPosition"] ?? 0, Math.Clamp((int?)condition["maxResults"] ?? 1, 1, 30));
        lock (_gate)
        {
            var page = _people.Values.Skip(position).Take(most).Select(person => person.DeepClone()).ToArray();
            var more = position + page.Length < _people.Count;
            return Json(new JsonObject
            {
                ["UserInfoSearch"] = new JsonObject
                {
                    ["searchID"] = (string?)condition["searchID"],
                    ["responseStatusStrg"] = page.Length == 0 ? "NO MATCH" : more ? "MORE" : "OK",
                    ["numOfMatches"] = page.Length,
                    ["totalMatches"] = _people.Count,
                    ["UserInfo"] = new JsonArray(page),
                },
            });
        }
    }

    private HttpResponseMessage PutPerson(byte[] body, bool isNew)
    {
        var person = Read(body, "UserInfo");
        var number = (string?)person["employeeNo"] ?? "";
        if (number.Length is 0 or > TerminalPerson.LongestText || person["Valid"]?["endTime"] is null)
        {
            return Refuse(HttpStatusCode.BadRequest, "badParameters");
        }

        lock (_gate)
        {
            if (_people.ContainsKey(number) == isNew)
            {
                return Refuse(HttpStatusCode.BadRequest, isNew ? "employeeNoAlreadyExist" : "employeeNoNotExist");
            }

            _people[number] = person.DeepClone().AsObject();
        }

        return Done();
    }

    private HttpResponseMessage DeletePeople(byte[] body)
    {
        lock (_gate)
        {
            foreach (var number in Read(body, "UserInfoDelCond")["EmployeeNoList"]?.AsArray().Select(entry => (string?)entry?["employeeNo"]).OfType<string>() ?? [])
            {
                _people.Remove(number);
                _faces.Remove(number);
            }
        }

        return Done();
    }

    private async Task<HttpResponseMessage> PutFaceAsync(HttpRequestMessage request, byte[] body, CancellationToken cancellationToken)
    {
        var boundary = MultipartParts.BoundaryOf(request.Content?.Headers.NonValidated["Content-Type"].ToString());
        var parts = new MultipartParts(PipeReader.Create(new MemoryStream(body)), boundary ?? "");
        if (boundary is null
            || await parts.ReadAsync(cancellationToken) is not { IsJson: true, Name: "FaceDataRecord" } json
            || await parts.ReadAsync(cancellationToken) is not { IsPicture: true } picture)
        {
            return Refuse(HttpStatusCode.BadRequest, "MessageParametersLack");
        }

        var number = (string?)JsonNode.Parse(json.Body.Span)?["FPID"] ?? "";
        lock (_gate)
        {
            var refusal = !_people.ContainsKey(number) ? "employeeNoNotExist"
                : picture.Body.Length > TerminalPerson.LargestFace ? "picTooBig"
                : picture.Body.Span.EndsWith<byte>([0xFF, 0xD9]) ? null
                : "SubpicAnalysisModelingError";
            refusal ??= _faces.TryAdd(number, picture.Body.ToArray()) ? null : "deviceUserAlreadyExistFace";
            return refusal is null ? Done() : Refuse(HttpStatusCode.BadRequest, refusal);
        }
    }

    private HttpResponseMessage DeleteFaces(byte[] body)
    {
        lock (_gate)
        {
            foreach (var number in JsonNode.Parse(body)?["FPID"]?.AsArray().Select(entry => (string?)entry?["value"]).OfType<string>() ?? [])
            {
                _faces.Remove(number);
            }
        }

        return Done();
    }

    /// <summary>Whether the terminal itself would let a person pass now.</summary>
    private bool IsValid(string number)
    {
        lock (_gate)
        {
            return _people.GetValueOrDefault(number)?["Valid"] is { } valid
                && Time("beginTime") <= Now.DateTime && Now.DateTime <= Time("endTime");

            DateTime Time(string name) => DateTime.Parse((string?)valid[name] ?? "", CultureInfo.InvariantCulture);
        }
    }
}
