namespace Gateway.Edge.Plans;

/// <summary>All plans and places at one moment. Immutable.</summary>
/// <param name="Plans">In the order in which they were uploaded.</param>
/// <param name="Places">By device.</param>
internal sealed record PlansView(IReadOnlyList<SitePlan> Plans, IReadOnlyDictionary<string, PlanPlace> Places)
{
    public static PlansView Empty { get; } = new([], new Dictionary<string, PlanPlace>(StringComparer.Ordinal));

    /// <summary>The plan of that id; null where there is none.</summary>
    public SitePlan? Find(Guid id) => Plans.FirstOrDefault(plan => plan.Id == id);

    /// <summary>The places on a plan.</summary>
    public IEnumerable<PlanPlace> On(Guid plan) => Places.Values.Where(place => place.Plan == plan);
}
