namespace NewsEducator.Compliance.Policies;

/// <summary>A policy as somebody stored it. Never changed: a change is a further version, and the highest number is in force.</summary>
internal sealed class PolicyVersion
{
    public required int Number { get; init; }

    /// <summary>Of the meaning, see <see cref="Policy.Version"/>.</summary>
    public required string Version { get; init; }

    public required string Yaml { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Comment { get; init; }

    /// <exception cref="InvalidDataException">This program does not understand what another one stored.</exception>
    public Policy Open() => PolicyFile.TryParse(Yaml, out var errors, rulesMayBeGone: true) is { } policy
        ? policy with { Number = Number }
        : throw new InvalidDataException($"Policy {Number} cannot be read: {string.Join(" ", errors.Select(error => error.MessageEn))}");
}
