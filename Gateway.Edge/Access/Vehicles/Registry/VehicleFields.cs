using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Checks what was typed about a vehicle, every field at once.</summary>
internal static class VehicleFields
{
    public const int LongestName = 40;
    public const int LongestUnit = 32;
    public const int LongestHost = 64;
    public const int LongestNote = 200;
    public const int MostEntries = 1000;
    public const int MostMinutes = 525_600;

    private static readonly TimeSpan s_longestWindow = TimeSpan.FromDays(731);

    /// <summary>The vehicle, or every field that cannot be used; never both.</summary>
    /// <param name="draft">What was typed.</param>
    /// <param name="existing">What is registered under it now; null where it is new.</param>
    public static (CheckedVehicle? Vehicle, IReadOnlyList<VehicleRefusal> Refusals) Check(VehicleDraft draft, Vehicle? existing)
    {
        var refusals = new List<VehicleRefusal>();
        var isGuest = draft.Standing is VehicleStanding.Visitor or VehicleStanding.Worker;
        var isResident = draft.Standing == VehicleStanding.Resident;
        if (!PlateNumber.TryParse(draft.Plate, out var plate))
        {
            refusals.Add(VehicleRefusals.Plate);
        }

        if (!Enum.IsDefined(draft.Standing))
        {
            refusals.Add(VehicleRefusals.Standing);
        }

        var details = new VehicleDetails(
            Text("owner", draft.Owner, LongestName, isResident, refusals) ?? "",
            Text("unit", draft.Unit, LongestUnit, isResident, refusals),
            Phone(draft.Phone, existing, out var keepPhone, refusals),
            Text("host", draft.Host, LongestHost, isGuest, refusals),
            Text("note", draft.Note, LongestNote, draft.Standing == VehicleStanding.Denied, refusals));
        var hours = Hours(draft, isGuest, refusals);
        CheckWindow(draft, isGuest, refusals);
        CheckNumber("entries", draft.Entries, MostEntries, isGuest, refusals);
        CheckNumber("paidMinutes", draft.PaidMinutes, MostMinutes, isGuest, refusals);
        return refusals.Count == 0 ? (new CheckedVehicle(plate!, hours, keepPhone, details, draft), []) : (null, refusals);
    }

    /// <summary>A text without blanks around it; null for none. What cannot be used is added to the refusals.</summary>
    public static string? Text(string field, string? value, int longest, bool needed, List<VehicleRefusal> refusals)
    {
        var text = value?.Trim() ?? "";
        if ((needed && text.Length == 0) || text.Length > longest || text.Any(char.IsControl))
        {
            refusals.Add(VehicleRefusals.Text(field, longest, needed));
        }

        return text.Length == 0 ? null : text;
    }

    private static string? Phone(string? value, Vehicle? existing, out bool keep, List<VehicleRefusal> refusals)
    {
        keep = existing is not null && (value is null || value.Trim() == existing.MaskedPhone);
        if (keep || string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (!PhoneNumber.TryParse(value, out var number))
        {
            refusals.Add(VehicleRefusals.Phone("phone"));
        }

        return number;
    }

    private static WeeklyHours? Hours(VehicleDraft draft, bool isGuest, List<VehicleRefusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(draft.Hours))
        {
            return null;
        }

        if (!isGuest || !WeeklyHours.TryParse(draft.Hours, out var hours))
        {
            refusals.Add(isGuest ? VehicleRefusals.Hours : VehicleRefusals.GuestsOnly("hours"));
            return null;
        }

        return hours;
    }

    private static void CheckWindow(VehicleDraft draft, bool isGuest, List<VehicleRefusal> refusals)
    {
        if (isGuest && draft.Until is null)
        {
            refusals.Add(new("until", "missing", new LocalizedText("请填写结束时间。", "Say until when it may enter.")));
        }
        else if (draft.Until <= draft.From)
        {
            refusals.Add(new("until", "order", new LocalizedText("结束时间必须晚于开始时间。", "It must end after it begins.")));
        }
        else if (draft.Until - draft.From > s_longestWindow && isGuest)
        {
            refusals.Add(new("until", "too-long", new LocalizedText("授权最长两年，请缩短。", "At most two years at a time; choose an earlier end.")));
        }
    }

    private static void CheckNumber(string field, int? value, int most, bool isGuest, List<VehicleRefusal> refusals)
    {
        if (value is null)
        {
            return;
        }

        if (!isGuest)
        {
            refusals.Add(VehicleRefusals.GuestsOnly(field));
        }
        else if (value < 1 || value > most)
        {
            refusals.Add(new(field, "range", new LocalizedText($"请填写 1 至 {most} 的整数，或留空。", $"Give a whole number from 1 to {most}, or nothing.")));
        }
    }
}
