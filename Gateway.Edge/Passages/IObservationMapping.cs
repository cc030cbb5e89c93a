using Gateway.Drivers.Devices;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages;

/// <summary>What one feature's observations become in the journal. Called by one thread, in the order of the observations.</summary>
internal interface IObservationMapping
{
    /// <summary>The record to be written; null for what is another feature's or not worth one.</summary>
    JournalEntry? EntryOf(Observation observation);
}
