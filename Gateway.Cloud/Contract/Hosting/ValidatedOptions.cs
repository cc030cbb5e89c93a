using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Binds an options class to its section so that a bad file is named by path before anything starts.</summary>
public static class ValidatedOptions
{
    /// <summary>
    /// Registers <typeparamref name="T"/> from the section <paramref name="section"/>: unknown keys and wrong types are refused
    /// with their path, data annotations are checked at start.
    /// </summary>
    public static OptionsBuilder<T> AddValidatedOptions<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class, new()
    {
        var values = configuration.GetSection(section);
        services.AddSingleton<IValidateOptions<T>>(new SectionValidator<T>(section));
        return services.AddOptions<T>()
            .Configure(options => StrictBinder.Bind(values, options))
            .ValidateOnStart();
    }
}
