namespace Gateway.Drivers.Configuration;

/// <summary>A pin of the board's header.</summary>
/// <param name="Pin">What is printed or numbered on the board, such as <c>11</c>.</param>
/// <param name="Line">The line that it is.</param>
/// <param name="Note">What is wired to it; may be empty.</param>
public sealed record BoardPin(string Pin, Wire Line, string Note);
