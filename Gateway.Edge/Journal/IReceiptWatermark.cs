namespace Gateway.Edge.Journal;

/// <summary>Tells what the station has receipted. Safe for use by several threads.</summary>
internal interface IReceiptWatermark
{
    /// <summary>The station has every record of this journal up to the answer; 0 while nothing is known of it.</summary>
    long Of(Guid journal);
}
