using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>What is wrong with the readable fields of a row that has others that cannot be read.</summary>
/// <param name="value">The row as far as it was read.</param>
/// <param name="faulty">Fields of the cells that could not be read; they are told already.</param>
internal delegate IEnumerable<(string Field, LocalizedText Reason)> AlsoWrong<in T>(T value, IReadOnlySet<string> faulty);
