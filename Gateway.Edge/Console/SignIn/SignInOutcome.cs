namespace Gateway.Edge.Console.SignIn;

/// <summary>What became of a try to sign in.</summary>
/// <param name="Step">How far it came.</param>
/// <param name="Pause">How long nothing is looked at, for <see cref="SignInStep.Paused"/>.</param>
/// <param name="Ticket">Proof that the password was right, for <see cref="SignInStep.CodeNeeded"/>.</param>
/// <param name="Home">The page to begin on, for <see cref="SignInStep.SignedIn"/>.</param>
internal sealed record SignInOutcome(SignInStep Step, TimeSpan? Pause = null, string? Ticket = null, string? Home = null);
