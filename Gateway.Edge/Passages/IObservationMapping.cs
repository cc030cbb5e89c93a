using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>What one feature's observations become in the journal. Called in the order of the observations, urgent ones
/// beside the others by a second thread.</summary>
internal interface IObservationMapping
{
    /// <summary>The record to be written; null for what is another feature's or not worth one.</summary>
    JournalEntry? EntryOf(Observation observation);
}
