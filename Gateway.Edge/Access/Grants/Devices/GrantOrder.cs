namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>What a device is to hold of a grant from now on. Later revisions replace earlier ones; taking one twice changes nothing.</summary>
/// <param name="Grant">The grant as it stands.</param>
/// <param name="Holds">True while it lets in; false when the device is to forget it.</param>
/// <param name="ForgetFace">True when no other grant of the worker needs the face: photo and template are to be erased.</param>
internal sealed record GrantOrder(Grant Grant, bool Holds, bool ForgetFace);
