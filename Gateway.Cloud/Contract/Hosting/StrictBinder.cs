using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Binds a configuration section and refuses what nothing reads or what has the wrong type, naming the path.</summary>
public static class StrictBinder
{
    /// <summary>Fills <paramref name="target"/> from <paramref name="section"/>.</summary>
    /// <exception cref="ConfigurationFaultException">A key is unknown or a value has the wrong type.</exception>
    public static void Bind(IConfigurationSection section, object target)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(target);
        var known = target.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || !property.PropertyType.IsValueType)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        if (!string.IsNullOrEmpty(section.Value))
        {
            throw new ConfigurationFaultException(
                $"{section.Path}: must be an object of keys, not '{section.Value}'. Known keys: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        }

        foreach (var child in section.GetChildren())
        {
            if (!known.TryGetValue(child.Key, out var property))
            {
                throw new ConfigurationFaultException(
                    $"{child.Path}: unknown key. Known keys of {section.Path}: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
            }

            RequireType(child, property.PropertyType);
        }

        try
        {
            section.Bind(target, options => options.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException error)
        {
            throw new ConfigurationFaultException($"{section.Path}: {error.Message}", error);
        }
    }

    private static void RequireType(IConfigurationSection value, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        var converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            return;
        }

        if (value.GetChildren().Any())
        {
            throw new ConfigurationFaultException($"{value.Path}: must be {Words(type)}, not an object or a list.");
        }

        // Null and empty text leave the default in place.
        if (string.IsNullOrEmpty(value.Value))
        {
            return;
        }

        try
        {
            converter.ConvertFromInvariantString(value.Value);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException or NotSupportedException)
        {
            throw new ConfigurationFaultException($"{value.Path}: '{value.Value}' is not {Words(type)}.", error);
        }
    }

    private static string Words(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(TimeSpan) => "a time such as 00:00:05",
        _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => "a whole number in range",
        _ when type == typeof(float) || type == typeof(double) || type == typeof(decimal) => "a number",
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type))}",
        _ => $"a {type.Name}",
    };
}
