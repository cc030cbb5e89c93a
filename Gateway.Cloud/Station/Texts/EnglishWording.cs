namespace Gateway.Cloud.Station.Texts;

/// <summary>English.</summary>
internal sealed class EnglishWording : Wording
{
    public override string Culture => "en";

    public override string Live => "Live";

    public override string NeedsMe => "Needs attention";

    public override string Passages => "Passages";

    public override string Compounds => "Compounds";

    public override string Compound => "Compound";

    public override string Stranger => "Stranger";

    public override string OpenedResident => "Resident, opened";

    public override string OpenedWorker => "Temporary worker, opened";

    public override string Refused => "Refused";

    public override string StrangerRefused => "Stranger, kept out";

    public override string PriorityHigh => "High";

    public override string NoAlerts => "No open alerts";

    public override string NoAlertsHint => "When a gate meets an unknown face, its portrait and place appear here at once.";

    public override string NoPassages => "No passages yet";

    public override string NoPassagesHint => "Once a compound's gateway is online, each passage shows here within a second.";

    public override string NoCompounds => "No compound has connected yet";

    public override string NoCompoundsHint => "Check the gateway's certificate and its station id.";

    public override string Online => "Online";

    public override string Offline => "Offline";

    public override string AllReceived => "All records received";

    public override string MissingRecords => "{0} records to come";

    public override string MissingMedia => "{0} images to come";

    public override string LastEvent => "Last record";

    public override string NoEventYet => "No record yet";

    public override string SightingsCount => "Seen {0} times";

    public override string SeenOnce => "Seen once";

    public override string FirstSeen => "First seen";

    public override string LastSeen => "Last seen";

    public override string Reason => "Reason";

    public override string Sequence => "Sequence";

    public override string Portrait => "Portrait of the stranger";

    public override string NoPortrait => "No portrait";

    public override string NoEvidence => "No pictures of nearby cameras yet";

    public override string LookingIsRecorded => "Every look at a picture or clip is recorded.";

    public override string ViewedBy => "Who has looked";

    public override string NobodyLooked => "Nobody has looked yet";

    public override string Acknowledge => "Acknowledge";

    public override string AcknowledgedBy => "Acknowledged by {0}";

    public override string Reopen => "Reopen";

    public override string Open => "Open";

    public override string Back => "Back to live";

    public override string LogIn => "Log in";

    public override string LogOut => "Log out";

    public override string UserName => "User name";

    public override string Password => "Password";

    public override string LogInHint => "The first password was shown once when the station started.";

    public override string LogInFailed => "The user name or the password is wrong.";

    public override string LockedOut => "Too many failures: the account is locked for 15 minutes. Try later, or have an administrator reset the password.";

    public override string ChangePassword => "Change password";

    public override string MustChange => "The present password was made by the station. Choose your own first.";

    public override string CurrentPassword => "Present password";

    public override string NewPassword => "New password";

    public override string RepeatPassword => "New password again";

    public override string PasswordRule => "At least 12 characters, and not the present one.";

    public override string PasswordTooWeak => "The new password needs at least 12 characters, 5 of them different.";

    public override string PasswordSame => "The new password must differ from the present one.";

    public override string PasswordsDiffer => "The two new passwords differ.";

    public override string PasswordWrong => "The present password is wrong.";

    public override string PasswordChanged => "The password has been changed.";

    public override string Save => "Save";

    public override string Account => "Account";

    public override string Theme => "Light or dark";

    public override string OtherLanguage => "中文";

    public override string SwitchLanguage => "切换到中文";

    public override string SkipToContent => "Skip to content";

    public override string Connecting => "Connecting";

    public override string LiveNow => "Live";

    public override string UpdatedAgo => "updated {0} s ago";

    public override string NoUpdateFor => "No update for {0} s; reconnecting.";

    public override string StorageFault => "Records cannot be stored at present; compounds keep them and send again: {0}";

    public override string BrokerFault => "The message broker is out of reach; compounds keep their records and send them later.";

    public override string HeldBack => "{0} new";

    public override string JustNow => "just now";

    public override string SecondsAgo => "{0} s ago";

    public override string MinutesAgo => "{0} min ago";

    public override string HoursAgo => "{0} h ago";

    public override string DaysAgo => "{0} d ago";

    public override string NotFound => "There is no such page";

    public override string NotFoundHint => "The address may be wrong, or the record has been erased.";

    public override string ErrorTitle => "Something went wrong";

    public override string ErrorHint => "Records are still received and stored. Try again; if it stays, tell the administrator.";

    public override string OpenCount => "{0} open";

    public override string Unknown => "Unknown";

    public override string Details => "Details";

    public override string Status => "State";

    public override string Sos => "SOS call";

    public override string Fire => "Fire";

    public override string Charging => "Charging";

    public override string FallingObject => "Falling object";

    public override string Vehicle => "Vehicle on the deny list";

    public override string VehiclePicture => "Picture of the vehicle";

    public override string PriorityEmergency => "Emergency";

    public override string PriorityNormal => "Normal";

    public override string PriorityInfo => "Info";

    public override string Drill => "Drill";

    public override string DrillHint => "This is a drill, not a real call: it is not counted as one.";

    public override string DrillCount => "Drills: {0}";

    public override string EmergencyCount => "Emergencies: {0}";

    public override string CallsCount => "Called {0} times";

    public override string Evidence => "Evidence";

    public override string FallsCount => "{0} things fell";

    public override string FallsTitle => "Fallen things";

    public override string Clip => "Video clip";

    public override string Still => "Picture of the place";

    public override string MediumComing => "On its way";

    public override string Device => "Device";

    public override string Place => "Place";

    public override string Timeline => "What happened";

    public override string Lamp => "Lamp at the place";

    public override string LampConfirmed => "The lamp at the place shows it: confirmed";

    public override string LampWaiting => "Telling the lamp at the place; not confirmed yet";

    public override string LampUnconfirmed => "Not confirmed: the lamp at the place may not show it";

    public override string PhasePressed => "Pressed";

    public override string PhaseLongPressed => "Held down";

    public override string PhaseEvidence => "Evidence";

    public override string PhaseAcknowledged => "Lamp shows it";

    public override string PhaseReset => "At rest";

    public override string PhaseTamper => "Tampered with";

    public override string Devices => "Devices";

    public override string DevicesWell => "All {0} devices online";

    public override string DeviceFaultCount => "{0} of {1} devices need a look";

    public override string DeviceConnecting => "Connecting";

    public override string DeviceDegraded => "Degraded";

    public override string DeviceFaulty => "Faulty";

    public override string DeviceAvailability => "worked {0} % today";
}
