namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Finds vehicles by part of a plate, a unit or a name. Immutable.</summary>
internal sealed class VehicleSearch(string? text)
{
    private readonly string _text = text?.Trim() ?? "";
    private readonly string _plate = PlatePart.Of(text);

    /// <summary>True when the vehicle fits, and always when nothing is searched for.</summary>
    public bool Matches(Vehicle vehicle) =>
        _text.Length == 0
        || (_plate.Length > 0 && vehicle.Plate.Text.Contains(_plate, StringComparison.Ordinal))
        || vehicle.Owner.Contains(_text, StringComparison.OrdinalIgnoreCase)
        || (vehicle.Unit ?? vehicle.Grant?.Host)?.Contains(_text, StringComparison.OrdinalIgnoreCase) == true;
}
