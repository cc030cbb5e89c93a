namespace Gateway.Edge.Accounts;

/// <summary>Names of what is put on record about accounts.</summary>
internal static class AccountDeeds
{
    public const string Added = "account-added";
    public const string Disabled = "account-disabled";
    public const string Enabled = "account-enabled";
    public const string RoleChanged = "account-role-changed";
    public const string PasswordReset = "account-password-reset";
    public const string SessionsEnded = "account-sessions-ended";
    public const string Locked = "account-locked";
    public const string PasswordChanged = "password-changed";
    public const string CodesOn = "second-factor-on";
    public const string CodesOff = "second-factor-off";
    public const string RecoveryCodes = "recovery-codes-made";
    public const string SignedIn = "signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignedOut = "signed-out";
    public const string Confirmed = "confirmed";
}
