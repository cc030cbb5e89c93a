namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>The face of somebody unknown who was here, under a label that is no name. Lives for <see cref="StrangerOptions.RememberFor"/> and not longer, however often it returns.</summary>
/// <param name="Id">Links visits to it, within this box.</param>
/// <param name="Label">What people see, such as <c>KP47</c>: random, and another one when the face is remembered anew.</param>
/// <param name="Embedding">Unit vector: the normalised mean of the visits.</param>
/// <param name="Visits">At least 1.</param>
/// <param name="Since">Beginning of the first visit: its time runs from here.</param>
/// <param name="LastSeen">End of the last visit.</param>
internal sealed record RememberedFace(Guid Id, string Label, ReadOnlyMemory<float> Embedding, int Visits, DateTimeOffset Since, DateTimeOffset LastSeen);
