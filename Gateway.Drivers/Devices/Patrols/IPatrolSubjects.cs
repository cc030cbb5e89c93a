namespace Gateway.Drivers.Devices.Patrols;

/// <summary>What a patrol looks over. Safe for several threads.</summary>
public interface IPatrolSubjects
{
    /// <summary>Every device, then every bus, each in the order of the hardware file.</summary>
    IReadOnlyList<PatrolSubject> Subjects { get; }
}
