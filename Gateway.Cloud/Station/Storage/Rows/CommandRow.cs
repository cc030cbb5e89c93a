using Gateway.Cloud.Contract.Commands;

namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>A command on its way to a gateway: it stays open, and is issued again, until it is done, given up or withdrawn.</summary>
internal sealed class CommandRow
{
    /// <summary><see cref="Outcome"/> when the time ran out before the gateway said that it was done.</summary>
    public const string Unconfirmed = "Unconfirmed";

    /// <summary><see cref="Outcome"/> when the alert was reopened before the gateway answered.</summary>
    public const string Withdrawn = "Withdrawn";

    /// <summary>UUID, also of each message that carries it.</summary>
    public required string Id { get; set; }

    public required string Compound { get; set; }

    public required string Name { get; set; }

    /// <summary>The alert it is about.</summary>
    public required long Alert { get; set; }

    public required string Officer { get; set; }

    /// <summary>JSON.</summary>
    public required string Payload { get; set; }

    public required DateTimeOffset Created { get; set; }

    /// <summary>From then on it is not issued any more.</summary>
    public required DateTimeOffset GiveUp { get; set; }

    /// <summary>How often it was issued.</summary>
    public required int Attempts { get; set; }

    /// <summary>When the newest message ends to count; null before the first.</summary>
    public DateTimeOffset? Expires { get; set; }

    public DateTimeOffset? Finished { get; set; }

    /// <summary>Null while open; <see cref="CommandOutcome.Done"/>, <see cref="Unconfirmed"/> or <see cref="Withdrawn"/>.</summary>
    public string? Outcome { get; set; }

    /// <summary>Why it is not done yet, or was not; null when nobody has said.</summary>
    public string? ReasonZh { get; set; }

    public string? ReasonEn { get; set; }
}
