using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>
/// One place where something is stored on people. Whoever stores something on people registers one of these: what is not registered is
/// neither exported nor erased. Safe for use by several threads.
/// </summary>
internal interface IPersonStore
{
    /// <summary>Stable code, such as <c>residents</c>: names the receipt.</summary>
    string Name { get; }

    /// <summary>The place in words.</summary>
    LocalizedText Title { get; }

    /// <summary>What will stay after an erasure, and why; null where all goes.</summary>
    LocalizedText? Stays { get; }

    /// <summary>True where reading takes long: then it is left to the export.</summary>
    bool IsLong => false;

    /// <summary>Everything that it holds on the person.</summary>
    /// <param name="subject">Who.</param>
    /// <param name="progress">Told how far it has come, 0 to 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Erases what it holds on the person. Called again after a stop at whatever point: then it goes on, and what is gone is no fault.</summary>
    /// <param name="subject">Who, as planned before anything was erased.</param>
    /// <param name="by">Who does it, without personal data.</param>
    /// <param name="cancellationToken">The gateway stops.</param>
    Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken);
}
