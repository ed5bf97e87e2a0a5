using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;

namespace NewsEducator.Collector.Sources;

/// <summary>All that is wrong with a source as a request describes it.</summary>
internal sealed class SourceFaults
{
    private readonly Dictionary<string, string[]> _byField = [];

    // Known only where nothing but the policy is against it.
    private Uri? _forbidden;

    public bool Any => _byField.Count > 0;

    public void Add(string field, string? fault)
    {
        if (fault is not null)
        {
            _byField[field] = [fault];
        }
    }

    public void AddTarget(string target, SourceTarget form, Whitelist whitelist)
    {
        if (SourceRules.TargetError(target, form) is { } wrong)
        {
            Add("target", wrong);
            return;
        }

        _forbidden = SourceRules.ForbiddenPage(target, form, whitelist);
        Add("target", SourceRules.PolicyError(target, form, whitelist));
    }

    /// <summary>A page that the policy forbids is named, so that a program can ask for its host.</summary>
    public ValidationProblem Problem() =>
        TypedResults.ValidationProblem(
            _byField,
            extensions: _forbidden is null
                ? null
                : new Dictionary<string, object?> { ["code"] = "source.not-whitelisted", ["page"] = _forbidden.AbsoluteUri }
        );
}
