using System.Globalization;

namespace Gateway.Cloud.Station.Texts;

/// <summary>Every word of the pages. A language that lacks one does not compile.</summary>
public abstract class Wording
{
    /// <summary>Chinese, the default.</summary>
    public static Wording Chinese { get; } = new ChineseWording();

    public static Wording English { get; } = new EnglishWording();

    /// <summary>Culture name for the browser: <c>zh-CN</c> or <c>en</c>.</summary>
    public abstract string Culture { get; }

    public abstract string Live { get; }

    public abstract string NeedsMe { get; }

    public abstract string Passages { get; }

    public abstract string Compounds { get; }

    public abstract string Compound { get; }

    public abstract string Stranger { get; }

    public abstract string OpenedResident { get; }

    public abstract string OpenedWorker { get; }

    public abstract string Refused { get; }

    public abstract string StrangerRefused { get; }

    public abstract string PriorityHigh { get; }

    public abstract string NoAlerts { get; }

    public abstract string NoAlertsHint { get; }

    public abstract string NoPassages { get; }

    public abstract string NoPassagesHint { get; }

    public abstract string NoCompounds { get; }

    public abstract string NoCompoundsHint { get; }

    public abstract string Online { get; }

    public abstract string Offline { get; }

    public abstract string AllReceived { get; }

    public abstract string MissingRecords { get; }

    public abstract string MissingMedia { get; }

    public abstract string LastEvent { get; }

    public abstract string NoEventYet { get; }

    public abstract string SightingsCount { get; }

    public abstract string SeenOnce { get; }

    public abstract string FirstSeen { get; }

    public abstract string LastSeen { get; }

    public abstract string Reason { get; }

    public abstract string Sequence { get; }

    public abstract string Portrait { get; }

    public abstract string NoPortrait { get; }

    public abstract string NoEvidence { get; }

    public abstract string LookingIsRecorded { get; }

    public abstract string ViewedBy { get; }

    public abstract string NobodyLooked { get; }

    public abstract string Acknowledge { get; }

    public abstract string AcknowledgedBy { get; }

    public abstract string Reopen { get; }

    public abstract string Open { get; }

    public abstract string Back { get; }

    public abstract string LogIn { get; }

    public abstract string LogOut { get; }

    public abstract string UserName { get; }

    public abstract string Password { get; }

    public abstract string LogInHint { get; }

    public abstract string LogInFailed { get; }

    public abstract string LockedOut { get; }

    public abstract string ChangePassword { get; }

    public abstract string MustChange { get; }

    public abstract string CurrentPassword { get; }

    public abstract string NewPassword { get; }

    public abstract string RepeatPassword { get; }

    public abstract string PasswordRule { get; }

    public abstract string PasswordTooWeak { get; }

    public abstract string PasswordSame { get; }

    public abstract string PasswordsDiffer { get; }

    public abstract string PasswordWrong { get; }

    public abstract string PasswordChanged { get; }

    public abstract string Save { get; }

    public abstract string Account { get; }

    public abstract string Theme { get; }

    public abstract string OtherLanguage { get; }

    public abstract string SwitchLanguage { get; }

    public abstract string SkipToContent { get; }

    public abstract string Connecting { get; }

    public abstract string LiveNow { get; }

    public abstract string UpdatedAgo { get; }

    public abstract string NoUpdateFor { get; }

    public abstract string StorageFault { get; }

    public abstract string BrokerFault { get; }

    public abstract string HeldBack { get; }

    public abstract string JustNow { get; }

    public abstract string SecondsAgo { get; }

    public abstract string MinutesAgo { get; }

    public abstract string HoursAgo { get; }

    public abstract string DaysAgo { get; }

    public abstract string NotFound { get; }

    public abstract string NotFoundHint { get; }

    public abstract string ErrorTitle { get; }

    public abstract string ErrorHint { get; }

    public abstract string OpenCount { get; }

    public abstract string Unknown { get; }

    public abstract string Details { get; }

    public abstract string Status { get; }

    public abstract string Sos { get; }

    public abstract string Fire { get; }

    public abstract string Charging { get; }

    public abstract string FallingObject { get; }

    public abstract string Vehicle { get; }

    public abstract string VehiclePicture { get; }

    public abstract string PriorityEmergency { get; }

    public abstract string PriorityNormal { get; }

    public abstract string PriorityInfo { get; }

    public abstract string Drill { get; }

    public abstract string DrillHint { get; }

    public abstract string DrillCount { get; }

    public abstract string EmergencyCount { get; }

    public abstract string CallsCount { get; }

    public abstract string FallsCount { get; }

    public abstract string FallsTitle { get; }

    public abstract string Evidence { get; }

    public abstract string Clip { get; }

    public abstract string Still { get; }

    public abstract string MediumComing { get; }

    public abstract string Device { get; }

    public abstract string Place { get; }

    public abstract string Timeline { get; }

    public abstract string Lamp { get; }

    public abstract string LampConfirmed { get; }

    public abstract string LampWaiting { get; }

    public abstract string LampUnconfirmed { get; }

    public abstract string PhasePressed { get; }

    public abstract string PhaseLongPressed { get; }

    public abstract string PhaseEvidence { get; }

    public abstract string PhaseAcknowledged { get; }

    public abstract string PhaseReset { get; }

    public abstract string PhaseTamper { get; }

    public abstract string Devices { get; }

    public abstract string DevicesWell { get; }

    public abstract string DeviceFaultCount { get; }

    public abstract string DeviceConnecting { get; }

    public abstract string DeviceDegraded { get; }

    public abstract string DeviceFaulty { get; }

    public abstract string DeviceAvailability { get; }

    /// <summary>The words of a culture; Chinese unless English is asked for.</summary>
    public static Wording For(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    /// <summary>Puts values into the places of a text such as <c>{0} open</c>.</summary>
    public string Fill(string text, params object[] values) => string.Format(CultureInfo.GetCultureInfo(Culture), text, values);
}
