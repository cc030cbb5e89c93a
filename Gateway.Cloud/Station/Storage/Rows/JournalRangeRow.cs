namespace Gateway.Cloud.Station.Storage.Rows;

/// <summary>An unbroken run of stored sequences of one journal. The run that begins at 1 ends at the watermark.</summary>
internal sealed class JournalRangeRow
{
    public required string Compound { get; set; }

    public required string Journal { get; set; }

    public required long First { get; set; }

    public required long Last { get; set; }
}
