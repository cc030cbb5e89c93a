using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>A row of a CSV file as a draft.</summary>
/// <param name="Line">The row.</param>
/// <param name="Draft">What it says.</param>
internal sealed record TableRow(TableLine Line, VehicleDraft Draft)
{
    /// <summary>Says of a field what is wrong with it, under the heading that the file has for it.</summary>
    public ImportFault Fault(VehicleRefusal refusal) => Line.Fault(refusal.Field, refusal.Reason);

    /// <summary>Says that the plate has been in the file before.</summary>
    /// <param name="first">On which line.</param>
    public ImportFault Repeated(int first) => Line.Fault("plate", new LocalizedText($"第 {first} 行已有此车牌。", $"Line {first} has this plate already.")) with
    {
        Fix = new("请删除其中一行。", "Remove one of the two rows."),
    };
}
