using Gateway.Cloud.Contract;
using Gateway.Cloud.Station.Storage.Rows;

namespace Gateway.Cloud.Station.Live;

/// <summary>The devices of a compound, told by those that are not well. Two lists are equal when they say the same.</summary>
public sealed class DeviceList : IEquatable<DeviceList>
{
    private const string Online = "Online";

    internal DeviceList(IEnumerable<DeviceStateRow> rows)
    {
        foreach (var row in rows)
        {
            Count++;
            if (row.State != Online)
            {
                Faults = [.. Faults, new DeviceView(row.Device, row.State, new LocalizedText(row.ReasonZh, row.ReasonEn), row.Availability, row.Since)];
            }
        }
    }

    /// <summary>All devices that the compound has ever told of.</summary>
    public int Count { get; }

    public IReadOnlyList<DeviceView> Faults { get; } = [];

    /// <inheritdoc/>
    public bool Equals(DeviceList? other) => other is not null && Count == other.Count && Faults.SequenceEqual(other.Faults);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeviceList);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Faults.Count);
}
