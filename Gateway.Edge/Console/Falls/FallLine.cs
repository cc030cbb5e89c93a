using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Console.Falls;

/// <summary>One fall as the page shows it.</summary>
/// <param name="Sequence">Of its alert.</param>
/// <param name="At">When it began to fall.</param>
/// <param name="Camera">Who saw it.</param>
/// <param name="Words">What happened.</param>
/// <param name="Test">True for a test throw.</param>
/// <param name="Evidence">What became of its evidence; null while that has not come.</param>
/// <param name="Still">The picture that property staff may see; null where there is none.</param>
/// <param name="Clip">The video that property staff may see; null where there is none.</param>
public sealed record FallLine(
    long Sequence, DateTimeOffset At, LocalizedText Camera, LocalizedText Words, bool Test, LocalizedText? Evidence, MediaReference? Still, MediaReference? Clip);
