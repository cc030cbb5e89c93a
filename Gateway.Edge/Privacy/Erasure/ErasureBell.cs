using Gateway.Edge.Hosting;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Wakes whoever carries erasures out.</summary>
internal sealed class ErasureBell : Bell;
