using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Retention;

/// <summary>One time after which something is erased, as an option of the configuration holds it.</summary>
/// <param name="Key">As the configuration names it, such as <c>Grants:KeepDays</c>.</param>
/// <param name="Name">What is erased.</param>
/// <param name="After">What the time counts from.</param>
/// <param name="Property">The option: whole days, or a span of time.</param>
internal sealed record RetentionRule(string Key, LocalizedText Name, LocalizedText After, PropertyInfo Property)
{
    /// <summary>True where only an administrator may set it: whoever acts must not erase the record of it.</summary>
    public bool AdministratorOnly { get; init; }

    /// <summary>Fewest days that the option takes.</summary>
    public int Least => (int)Math.Ceiling(Days(Range.Minimum));

    /// <summary>Most days that it takes.</summary>
    public int Most => (int)Days(Range.Maximum);

    private RangeAttribute Range => Property.GetCustomAttribute<RangeAttribute>()!;

    /// <summary>The days that hold now; a part of a day counts as one.</summary>
    public int Read(object options) => (int)Math.Ceiling(Days(Property.GetValue(options)!));

    /// <summary>Sets the days; whoever erases reads the option each time, so that it holds from the next look on.</summary>
    public void Write(object options, int days) =>
        Property.SetValue(options, Property.PropertyType == typeof(TimeSpan) ? TimeSpan.FromDays(days) : days);

    // A range of times is written as text in its attribute.
    private static double Days(object value) => value switch
    {
        TimeSpan span => span.TotalDays,
        string text => TimeSpan.Parse(text, CultureInfo.InvariantCulture).TotalDays,
        _ => Convert.ToInt32(value, CultureInfo.InvariantCulture),
    };
}
