using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Console.Texts;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>What is wrong with a form, field by field; the first fault of a field counts. For one form.</summary>
public sealed class FieldFaults
{
    private readonly Dictionary<string, LocalizedText> _faults = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when something is wrong.</summary>
    public bool Any => _faults.Count > 0;

    /// <summary>What is wrong with anything but these fields: it has no place of its own.</summary>
    public IReadOnlyList<LocalizedText> Besides(params string[] fields) =>
        [.. _faults.Where(fault => !fields.Contains(fault.Key, StringComparer.OrdinalIgnoreCase)).Select(fault => fault.Value)];

    public void Add(string field, LocalizedText fault) => _faults.TryAdd(field, fault);

    public void Add(FieldFaults more)
    {
        foreach (var (field, fault) in more._faults)
        {
            Add(field, fault);
        }
    }

    internal void Add(IEnumerable<VehicleRefusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            Add(refusal.Field, refusal.Reason);
        }
    }

    /// <summary>The fault of a field in the page's language; null when there is none.</summary>
    public string? Of(string field, Language language) => _faults.TryGetValue(field, out var fault) ? language[fault] : null;
}
