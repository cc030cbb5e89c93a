using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>One reason why something that was typed is refused.</summary>
/// <param name="Field">The field, such as <c>plate</c>; the names of the API.</param>
/// <param name="Code">Stable code, such as <c>invalid</c>, <c>taken</c> or <c>too-many</c>.</param>
/// <param name="Reason">What is wrong and how to put it right.</param>
internal sealed record VehicleRefusal(string Field, string Code, LocalizedText Reason)
{
    /// <summary>Code of a plate that is registered already.</summary>
    public const string Taken = "taken";
}
