using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>A notice as it is stored. Immutable.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Which vehicle.</param>
/// <param name="Vehicle">Id of the registered vehicle; null where none is.</param>
/// <param name="AskedAt">When it was first asked for.</param>
/// <param name="Asked">How many times.</param>
/// <param name="State">Where it stands; an owner's silence is not looked at: <see cref="StateAt"/>.</param>
/// <param name="Attempts">Tries to hand it to the message service.</param>
/// <param name="NextAt">When to try again; null where nothing is to be tried.</param>
/// <param name="ComingAt">When the owner means to be there.</param>
/// <param name="ClosedAt">When the guard had dealt with it.</param>
/// <param name="OwnerShown">The owner's number was shown.</param>
/// <param name="CallerShown">So was the asking person's.</param>
/// <param name="Report">The parking report it belongs to.</param>
/// <param name="Details">What is sealed.</param>
internal sealed record Notice(
    Guid Id,
    PlateNumber Plate,
    Guid? Vehicle,
    DateTimeOffset AskedAt,
    int Asked,
    NoticeState State,
    int Attempts,
    DateTimeOffset? NextAt,
    DateTimeOffset? ComingAt,
    DateTimeOffset? ClosedAt,
    bool OwnerShown,
    bool CallerShown,
    Guid? Report,
    NoticeDetails Details)
{
    /// <summary>How long an owner who said when they come may be late.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMinutes(5);

    /// <summary>How long the owner's link works.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromHours(2);

    /// <summary>A notice that nobody has closed by then is over: the vehicle has gone, or somebody asks again.</summary>
    public static readonly TimeSpan OverAfter = TimeSpan.FromHours(6);

    /// <summary>Where it stands at a time: without an answer in time, the guard has to call.</summary>
    public NoticeState StateAt(DateTimeOffset now, TimeSpan patience) => State switch
    {
        NoticeState.Sending or NoticeState.Told when now >= AskedAt + patience => NoticeState.ToCall,
        NoticeState.Coming when now >= ComingAt + Lateness => NoticeState.ToCall,
        _ => State,
    };

    /// <summary>The owner has answered.</summary>
    public bool IsAnswered => State is NoticeState.Coming or NoticeState.NotMine;
}
