namespace Gateway.Cloud.Contract.Commands;

/// <summary>
/// Payload of command <see cref="Name"/>: an officer has taken note of a call for help, so the lamp at its place is to show that to
/// whoever pressed.
/// </summary>
/// <param name="Device">Device id of the alarm streetlight.</param>
/// <param name="DeviceName">Its name, for the gateway's record.</param>
/// <param name="Press">UUID of the press.</param>
/// <param name="PressedAt">When it was pressed.</param>
/// <param name="Test">True for a drill.</param>
/// <param name="Officer">The officer's log-in name.</param>
/// <param name="At">When the officer acknowledged.</param>
public sealed record AlertAcknowledged(
    string Device,
    LocalizedText DeviceName,
    string Press,
    DateTimeOffset PressedAt,
    bool Test,
    string Officer,
    DateTimeOffset At)
{
    /// <summary>The command's name.</summary>
    public const string Name = "alert-acknowledged";

    /// <summary>Code of the reply that refuses it because the call is over and its lamp out: asking again is no use.</summary>
    public const string CallOver = "call-over";
}
