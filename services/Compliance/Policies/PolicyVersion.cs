using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Policies;

/// <summary>A policy as somebody stored it. Never changed: a change is a further version, and the highest number is in force.</summary>
internal sealed class PolicyVersion
{
    private const int LongestComment = 500;

    public required int Number { get; init; }

    /// <summary>Of the meaning, see <see cref="Policy.Version"/>.</summary>
    public required string Version { get; init; }

    public required string Yaml { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Comment { get; init; }

    /// <param name="yaml">Which <paramref name="policy"/> was read from.</param>
    /// <param name="policy">What it says.</param>
    /// <param name="comment">Why, for the history.</param>
    /// <param name="by">Who changed it.</param>
    /// <param name="at">When.</param>
    public PolicyVersion Next(string yaml, Policy policy, string? comment, string by, DateTimeOffset at) =>
        new()
        {
            Number = Number + 1,
            Version = policy.Version,
            Yaml = yaml,
            By = by,
            At = at,
            Comment = comment is null ? null : PlainText.Line(comment, LongestComment),
        };

    /// <exception cref="InvalidDataException">This program does not understand what another one stored.</exception>
    public Policy Open() =>
        PolicyFile.TryParse(Yaml, out var errors, rulesMayBeGone: true) is { } policy
            ? policy with
            {
                Number = Number,
            }
            : throw new InvalidDataException(
                $"Policy {Number} cannot be read: {string.Join(" ", errors.Select(error => error.MessageEn))}"
            );
}
