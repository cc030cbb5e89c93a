using System.Collections.Concurrent;
using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>Plates with fixed answers; whoever is not among them is unknown, and what is uncertain unreadable.</summary>
internal sealed class FakeVehicleAccess : IVehicleAccess
{
    public ConcurrentDictionary<string, VehicleOutcome> Known { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> Inside { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens whatever is asked, as no access should.</summary>
    public bool OpensAll { get; set; }

    public ConcurrentQueue<VehicleQuestion> Asked { get; } = new();

    public ConcurrentQueue<(VehicleDecision Decision, LaneDirection Direction, string Barrier)> Passages { get; } = new();

    public Func<Task> BeforePassage { get; set; } = static () => Task.CompletedTask;

    public VehicleDecision Decide(VehicleQuestion question)
    {
        Asked.Enqueue(question);
        if (OpensAll)
        {
            return new VehicleDecision(VehicleOutcome.OpenedResident, Words("opened"), question.Plate, null, Fuzzy: false);
        }

        if (question.Plate is not { } plate || !question.Certain)
        {
            return new VehicleDecision(VehicleOutcome.Unreadable, Words("unreadable"), question.Plate, null, Fuzzy: false);
        }

        var outcome = Known.GetValueOrDefault(plate.Text, VehicleOutcome.Unknown);
        return new VehicleDecision(outcome, Words(outcome.ToString()), plate, null, Fuzzy: false);
    }

    public bool IsInside(PlateNumber plate) => Inside.ContainsKey(plate.Text);

    public async ValueTask PassedAsync(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await BeforePassage();
        Passages.Enqueue((decision, direction, barrier));
    }

    private static LocalizedText Words(string what) => new($"原因 {what}", $"Reason {what}");
}
