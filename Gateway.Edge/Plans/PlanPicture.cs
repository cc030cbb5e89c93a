namespace Gateway.Edge.Plans;

/// <summary>A plan's picture as it is kept: a JPEG that was drawn anew.</summary>
/// <param name="Id">Its own id: another picture has another one.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="At">When it was uploaded.</param>
public sealed record PlanPicture(Guid Id, int Width, int Height, DateTimeOffset At);
