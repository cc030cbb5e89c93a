using System.Text.RegularExpressions;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Checks what a stranger typed to have a vehicle moved. Looks at its form alone, never at who is registered.</summary>
internal static partial class MoveCarFields
{
    private const int LongestReason = 100;

    /// <summary>Plate and details, or every field that cannot be used.</summary>
    public static (PlateNumber? Plate, NoticeDetails Details, IReadOnlyList<VehicleRefusal> Refusals) Check(MoveCarRequest request)
    {
        var refusals = new List<VehicleRefusal>();
        if (!PlateNumber.TryParse(request.Plate, out var plate))
        {
            refusals.Add(VehicleRefusals.Plate);
        }

        var reason = VehicleFields.Text("reason", request.Reason, LongestReason, needed: false, refusals);
        if (reason is not null && Lure().IsMatch(reason.Normalize(System.Text.NormalizationForm.FormKC)))
        {
            refusals.Add(new("reason", "no-links", new LocalizedText(
                "请勿填写网址或号码，电话请填在电话栏。", "Leave out addresses and numbers; there is a field for your phone number.")));
        }

        string? phone = null;
        if (!string.IsNullOrWhiteSpace(request.CallerPhone) && !PhoneNumber.TryParse(request.CallerPhone, out phone))
        {
            refusals.Add(VehicleRefusals.Phone("callerPhone"));
        }

        return (refusals.Count == 0 ? plate : null, new NoticeDetails(reason, phone), refusals);
    }

    // The text reaches the owner as a message from the property: no link and no number of a stranger may ride on it. Whatever stands between
    // digits but letters does not part them; Chinese digits are digits.
    [GeneratedRegex(@"://|www\.|[a-z0-9-]\s*[.。点]\s*[a-z]{2}|(?:[\d零〇一二三四五六七八九幺两][^\p{L}\d]*){6}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Lure();
}
