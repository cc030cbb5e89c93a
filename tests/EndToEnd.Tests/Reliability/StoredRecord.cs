namespace EndToEnd.Tests.Reliability;

/// <summary>One record as a file holds it, read without any code of the product.</summary>
/// <param name="Sequence">Place in the journal, from 1.</param>
/// <param name="Id">Upper-case hex digits of the record's id.</param>
/// <param name="PreviousHash">Upper-case hex digits.</param>
/// <param name="Hash">Upper-case hex digits.</param>
internal sealed record StoredRecord(long Sequence, string Id, string PreviousHash, string Hash);
