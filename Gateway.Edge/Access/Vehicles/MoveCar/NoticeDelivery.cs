namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What became of handing a notice on.</summary>
/// <param name="IsTaken">The message service has it.</param>
/// <param name="IsFinal">Trying again would change nothing.</param>
/// <param name="Reason">What the service answered, for the log; no personal data.</param>
internal sealed record NoticeDelivery(bool IsTaken, bool IsFinal, string Reason)
{
    public static NoticeDelivery Taken { get; } = new(true, true, "taken");

    public static NoticeDelivery TryAgain(string reason) => new(false, false, reason);

    public static NoticeDelivery Refused(string reason) => new(false, true, reason);
}
