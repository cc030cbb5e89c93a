namespace Gateway.Edge.Uplink.Commands;

/// <summary>Does what one command of the station asks for. Called for one command at a time, after every check of it.</summary>
internal interface ICommandHandler
{
    /// <summary>The command's name: the last segment of its topic.</summary>
    string Name { get; }

    /// <summary>
    /// Does it and says how it went. An order that is given again, because its answer was lost, may come again: doing it twice must be
    /// as good as once.
    /// </summary>
    ValueTask<CommandAnswer> HandleAsync(CommandRequest request, CancellationToken cancellationToken);
}
