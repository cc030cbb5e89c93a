namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>Decides whether a person whom a terminal has recognised may pass. Called by several threads.</summary>
public interface IRemoteCheck
{
    /// <summary>Answers within the terminal's time; an exception, like lateness, is a no.</summary>
    /// <param name="request">Who stands where.</param>
    /// <param name="cancellationToken">Cancelled when the time is over.</param>
    /// <returns>True to open.</returns>
    ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken);

    /// <summary>Hears how the answer to a question ended, once, also where <see cref="DecideAsync"/> failed or was late. Never throws, never waits.</summary>
    /// <param name="request">The question, the same object.</param>
    /// <param name="opened">True when the terminal has taken the answer to open; false when that was no, or did not reach it.</param>
    void Answered(TerminalEvent request, bool opened)
    {
    }
}
