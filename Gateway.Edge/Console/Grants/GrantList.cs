namespace Gateway.Edge.Console.Grants;

/// <summary>The list of grants as one role sees it.</summary>
/// <param name="Groups">In the order of the page.</param>
/// <param name="MayChange">True where renewing, shortening and revoking are offered.</param>
/// <param name="SeesLeaving">False where no exit gate is set, and nobody knows who is inside.</param>
/// <param name="IsLockedDown">Nobody of them is let in at present.</param>
public sealed record GrantList(IReadOnlyList<GrantGroupView> Groups, bool MayChange, bool SeesLeaving, bool IsLockedDown);
