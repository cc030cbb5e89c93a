namespace Gateway.Edge.Journal;

/// <summary>Lets the journal forget what the station has receipted. Safe for use by several threads.</summary>
internal interface IJournalRetention
{
    /// <summary>
    /// Removes records up to the receipted watermark and returns how many. The hash before the first kept record stays as the anchor,
    /// so that the chain can still be walked.
    /// </summary>
    ValueTask<long> TrimAsync(long receiptedThrough, CancellationToken cancellationToken);

    /// <summary>Notes durably what the station has receipted, and removes nothing. A rebuild sends none of it again.</summary>
    ValueTask NoteReceiptedAsync(long receiptedThrough, CancellationToken cancellationToken);

    /// <summary>How full the record file is: 0 empty, 1 at <see cref="JournalOptions.MaximumMegabytes"/>.</summary>
    /// <exception cref="JournalUnavailableException">The file cannot be read.</exception>
    double ReadFill();
}
