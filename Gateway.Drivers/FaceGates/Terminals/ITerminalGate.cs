using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>
/// A gate whose terminal recognises faces by itself and reports by <see cref="TerminalEvent"/> and <see cref="DoorObserved"/>. Safe for several
/// threads.
/// </summary>
public interface ITerminalGate
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call the gate.</summary>
    Wording Name { get; }

    /// <summary>How far the terminal holds the people of the last <see cref="Hold"/>.</summary>
    TerminalSyncStatus People { get; }

    /// <summary>
    /// Says whom the terminal shall recognise, all of them; it is brought there as soon as it can be reached. What it holds of other people than
    /// those named here, now or earlier, is left alone.
    /// </summary>
    /// <exception cref="ArgumentException">A number occurs twice.</exception>
    void Hold(IReadOnlyCollection<TerminalPerson> people);

    /// <summary>Names who answers the terminal when it asks; until then, and with null, every answer is no.</summary>
    void AnswerWith(IRemoteCheck? check);

    /// <summary>Releases the door for the terminal's own pulse.</summary>
    /// <exception cref="DeviceFaultException">The terminal did not do it.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>Keeps the door released, as in a fire, or returns it to normal.</summary>
    /// <exception cref="DeviceFaultException">The terminal did not do it.</exception>
    ValueTask KeepReleasedAsync(bool released, CancellationToken cancellationToken);
}
