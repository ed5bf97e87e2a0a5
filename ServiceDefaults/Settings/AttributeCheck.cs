using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>Holds settings to the attributes of their options class, and names each wrong one as an operator sets it.</summary>
internal sealed class AttributeCheck<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(Say));
    }

    private string Say(ValidationResult fault) =>
        string.Join(", ", fault.MemberNames.Select(member => SettingName.Of($"{section}:{member}"))) is { Length: > 0 } names
            ? $"{names}: {fault.ErrorMessage}"
            : $"{section}: {fault.ErrorMessage}";
}
