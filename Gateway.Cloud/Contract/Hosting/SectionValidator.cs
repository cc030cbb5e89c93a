using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Contract.Hosting;

/// <summary>Checks an options object's data annotations and names each offending key by its path in the file.</summary>
internal sealed class SectionValidator<T>(string section) : IValidateOptions<T>, IBoundSection
    where T : class
{
    public string Section => section;

    public ValidateOptionsResult Validate(string? name, T options)
    {
        var results = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true))
        {
            return ValidateOptionsResult.Success;
        }

        return ValidateOptionsResult.Fail(results.Select(result =>
            $"{section}:{string.Join(", ", result.MemberNames)}: {result.ErrorMessage}"));
    }
}
