using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Leaks;

/// <summary>Warns of secrets that a source leaks.</summary>
internal sealed class SecretInSourceRule : IRule
{
    public string Id => "secret.source";

    public Severity Severity => Severity.Note;

    public IEnumerable<Hit> Check(ScreeningInput input) => Secrets.KindsIn(input.Snapshot.Text).Select(kind => new Hit(kind));
}
