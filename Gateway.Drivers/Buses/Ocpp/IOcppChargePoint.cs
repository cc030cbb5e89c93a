using System.Threading.Channels;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>
/// One OCPP 1.6 charger. What it says is kept as a snapshot (<see cref="Connectors"/>) and told as <see cref="Events"/>; what it is told
/// to do is answered by its word alone: whether it has done so is seen in its status and its meter. Commands go out one after the other.
/// Safe for several threads.
/// </summary>
/// <remarks>
/// Every command throws <see cref="DeviceFaultException"/> when the charger is not connected, answers with an error, does not answer in
/// time, or has too many commands waiting; the message names the charger and the likely fix. A charger that only is quiet is tried.
/// </remarks>
internal interface IOcppChargePoint
{
    /// <summary>The charge point id: what the address that the charger dials ends in. 1 to 48 characters.</summary>
    string Id { get; }

    /// <summary>Whether it is there: a socket is open and it was heard within 2.5 heartbeat intervals.</summary>
    bool Connected { get; }

    /// <summary>The cause of the present connection state, in words, since when.</summary>
    OcppLink Link { get; }

    /// <summary>What it said of itself when it last started; null before.</summary>
    OcppBoot? Boot { get; }

    /// <summary>
    /// Every connector that the charger has named so far, by number; 0 stands for the charger as a whole. Immutable snapshots, kept while
    /// the charger is away.
    /// </summary>
    IReadOnlyList<OcppConnector> Connectors { get; }

    /// <summary>Transactions that run and the latest that have ended, oldest first: also those of before a restart of the gateway.</summary>
    IReadOnlyList<OcppTransaction> Transactions { get; }

    /// <summary>
    /// What happens at the charger, in the order in which it was told, for one reader. Bounded: with the reader away meter values are left
    /// out first; other events make the charger wait a while and are then dropped and counted. <see cref="Connectors"/> and
    /// <see cref="Transactions"/> are always up to date, so a reader that starts anew begins with them.
    /// </summary>
    ChannelReader<OcppEvent> Events { get; }

    /// <summary>Asks for a charge on a connector (from 1); <paramref name="idTag"/> has 1 to 20 characters.</summary>
    Task<OcppAnswer> RemoteStartAsync(int connector, string idTag, CancellationToken cancellationToken);

    /// <summary>Asks to end a transaction.</summary>
    Task<OcppAnswer> RemoteStopAsync(int transactionId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a connector (0: all) into or out of use. <see cref="OcppAnswer.Scheduled"/>: at the end of the running transaction.
    /// </summary>
    Task<OcppAnswer> ChangeAvailabilityAsync(int connector, bool operative, CancellationToken cancellationToken);

    /// <summary>Restarts the charger; a hard reset does not wait for transactions to end.</summary>
    Task<OcppAnswer> ResetAsync(bool hard, CancellationToken cancellationToken);

    /// <summary>Unlocks the plug of a connector (from 1).</summary>
    Task<OcppAnswer> UnlockAsync(int connector, CancellationToken cancellationToken);

    /// <summary>Asks the charger to say again how it is: its boot data, the state of a connector (null: all), its meter.</summary>
    Task<OcppAnswer> TriggerAsync(OcppTrigger what, int? connector, CancellationToken cancellationToken);

    /// <summary>Reads settings by key (none: all). Unknown keys are absent from the result; a setting without a value is empty.</summary>
    Task<IReadOnlyDictionary<string, string>> GetConfigurationAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);

    /// <summary>Changes a setting; key at most 50, value at most 500 characters.</summary>
    Task<OcppAnswer> ChangeConfigurationAsync(string key, string value, CancellationToken cancellationToken);
}
