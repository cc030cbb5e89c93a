namespace Gateway.Edge.Console.SignIn;

/// <summary>What became of a try to sign in.</summary>
/// <param name="SignedIn">True when the key was right.</param>
/// <param name="Pause">How long no key is looked at; null when another try may follow at once.</param>
internal sealed record SignInOutcome(bool SignedIn, TimeSpan? Pause);
