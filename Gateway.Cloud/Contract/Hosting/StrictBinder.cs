using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Binds a configuration section and refuses keys that nothing reads, naming the path and the nearest known key.</summary>
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
        foreach (var child in section.GetChildren())
        {
            if (!known.ContainsKey(child.Key))
            {
                throw new ConfigurationFaultException(
                    $"{child.Path}: unknown key. Known keys of {section.Path}: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
            }
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
}
