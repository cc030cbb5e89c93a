namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>What happens in a simulated compound. Immutable.</summary>
/// <param name="Seed">Decides every draw.</param>
/// <param name="Lasts">After so long everything begins again; null where it happens once.</param>
/// <param name="Events">Acts at set times.</param>
/// <param name="Streams">Acts that come again and again.</param>
internal sealed record Scenario(int Seed, TimeSpan? Lasts, IReadOnlyList<ScenarioEvent> Events, IReadOnlyList<ScenarioStream> Streams)
{
    /// <summary>Every act of one round in the order of its time; endless where a stream has no end and the scenario neither.</summary>
    public IEnumerable<ScenarioEvent> Round(int round)
    {
        var queue = new PriorityQueue<(ScenarioEvent Event, int Stream), (TimeSpan At, int Order)>();
        var random = Streams.Select((_, i) => new Random(unchecked((((Seed * 397) + round) * 397) + i))).ToList();
        var order = 0;
        var plates = new Random(unchecked((Seed * 397) + round));
        foreach (var one in Events)
        {
            queue.Enqueue((one with { Act = WithPlate(one.Act, plates) }, -1), (one.At, order++));
        }

        for (var i = 0; i < Streams.Count; i++)
        {
            Draw(i, Streams[i].From);
        }

        while (queue.TryDequeue(out var next, out _))
        {
            yield return next.Event;
            if (next.Stream >= 0)
            {
                Draw(next.Stream, next.Event.At);
            }
        }

        void Draw(int stream, TimeSpan after)
        {
            var (of, draw) = (Streams[stream], random[stream]);
            var at = after + (of.Every * -Math.Log(1 - draw.NextDouble()));
            var target = of.Targets[draw.Next(of.Targets.Count)];
            var value = of.Highest is { } highest ? draw.Next(1, highest + 1) : of.Act.Value;
            if (at <= (of.Until ?? Lasts ?? TimeSpan.MaxValue))
            {
                queue.Enqueue((new ScenarioEvent(at, WithPlate(of.Act, draw) with { Target = target, Value = value }), stream), (at, order++));
            }
        }
    }
    /// <summary>Draws one of several plates; nothing is drawn where there is no choice.</summary>
    private static ScenarioAct WithPlate(ScenarioAct act, Random draw) => act.Vehicle is { Plates.Count: > 1 } vehicle
        ? act with { Vehicle = vehicle with { Plates = [vehicle.Plates[draw.Next(vehicle.Plates.Count)]] } }
        : act;
}
