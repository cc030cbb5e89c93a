namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>
/// Asks owners to move their vehicles without telling anybody who they are. Answers to the public say nothing about whether a plate is
/// registered. Safe for use by several threads.
/// </summary>
internal interface IMoveCarDesk
{
    /// <summary>Takes a request down and has the owner told. Within some minutes further requests for a plate join the first.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="source">Where it comes from, for the limit on requests: an address. Empty for staff with a log-in, who are not limited.</param>
    /// <param name="cancellationToken">Gives up before anything is taken down.</param>
    Task<MoveCarAnswer> AskAsync(MoveCarRequest request, string source, CancellationToken cancellationToken);

    /// <summary>How a request goes on, for whoever asked; null for a key that is wrong or over.</summary>
    Task<MoveCarProgress?> FollowAsync(string follow, CancellationToken cancellationToken);

    /// <summary>What the one-time link of an owner asks; null for a key that is wrong or over. Changes nothing: messengers look at links by themselves.</summary>
    Task<MoveCarQuestion?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Takes an owner's answer down; the first one counts.</summary>
    Task<MoveCarReplyOutcome> AnswerAsync(string key, MoveCarReply reply, CancellationToken cancellationToken);

    /// <summary>The guard's list, the newest first, at most 500.</summary>
    /// <param name="pendingOnly">Only what is not over.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<MoveCarNotice>> ListAsync(bool pendingOnly, CancellationToken cancellationToken);

    /// <summary>How many notices are not over. Opens none of them: cheap enough for a page that asks every second.</summary>
    Task<long> CountPendingAsync(CancellationToken cancellationToken);

    /// <summary>Shows the guard a whole number, once per notice and person, after the look is on record; null when there is no such notice.</summary>
    Task<PhoneReveal?> RevealAsync(Guid notice, PhoneOf whose, string by, CancellationToken cancellationToken);

    /// <summary>The guard has dealt with it; null when there is no such notice. Twice changes nothing.</summary>
    Task<MoveCarNotice?> CloseAsync(Guid notice, string by, CancellationToken cancellationToken);
}
