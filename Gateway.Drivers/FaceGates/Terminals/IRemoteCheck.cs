namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Decides whether a person whom a terminal has recognised may pass. Called by several threads.</summary>
public interface IRemoteCheck
{
    /// <summary>Answers within the terminal's time; an exception, like lateness, is a no.</summary>
    /// <param name="request">Who stands where.</param>
    /// <param name="cancellationToken">Cancelled when the time is over.</param>
    /// <returns>True to open.</returns>
    ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken);
}
