using System.Collections.Immutable;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>A vehicle before a barrier, as its lane knows it. Immutable: each change makes another.</summary>
internal sealed record LaneVehicle
{
    /// <summary>Of this visit to the arm.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which way it goes; <see cref="LaneDirection.Both"/> where that cannot be told.</summary>
    public required LaneDirection Direction { get; init; }

    /// <summary>What the camera has seen of it; null for one that only the loops know.</summary>
    public PlateSighting? Sighting { get; init; }

    /// <summary>When it was first noticed, by the wall clock.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How far it has come.</summary>
    public VehicleState State { get; init; }

    /// <summary>What was decided; null before it was its turn.</summary>
    public VehicleDecision? Decision { get; init; }

    /// <summary>When that was.</summary>
    public TimeSpan DecidedAt { get; init; }

    /// <summary>Since when the arm stays down for it, whatever was decided anew meanwhile; null while it does not.</summary>
    public TimeSpan? WaitsSince { get; init; }

    /// <summary>The decisions on record by which it waits: one that comes again is told once.</summary>
    public ImmutableList<(VehicleOutcome Outcome, string? Plate)> Told { get; init; } = [];

    /// <summary>When the arm was raised for it, by the wall clock; null while it was not.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>How often the arm was raised for it.</summary>
    public int Raises { get; init; }

    /// <summary>Who decided by hand; null for nobody.</summary>
    public string? By { get; init; }

    /// <summary>The guard has been told that it waits.</summary>
    public bool Alarmed { get; init; }

    /// <summary>It passed though nothing was raised for it.</summary>
    public bool Followed { get; init; }

    /// <summary>When it was last in view, or on the loop before the arm.</summary>
    public TimeSpan SeenAt { get; init; }

    /// <summary>When its plate was last in view; the loop has no say in it.</summary>
    public TimeSpan InViewAt { get; init; }

    /// <summary>When its plate last came nearer.</summary>
    public PlateMotion Motion { get; init; }

    /// <summary>Lower edge of its plate in the picture, in pixels: the larger, the nearer.</summary>
    public float Nearness { get; init; }

    /// <summary>Height of its plate in pixels.</summary>
    public float PlateHeight { get; init; }

    /// <summary>What the camera saw where no plate was; empty for none.</summary>
    public ReadOnlyMemory<byte> Frame { get; init; }

    /// <summary>JPEG of it; empty for none.</summary>
    public ReadOnlyMemory<byte> Picture => Sighting?.Picture ?? Frame;

    /// <summary>Its number; null where it could not be read.</summary>
    public PlateNumber? Plate => Decision?.Plate ?? Sighting?.Best.Number;

    /// <summary>A barrier may act on its number.</summary>
    public bool IsCertain => Sighting is { Certain: true, Flat: false, Best.Number: not null };
}
