using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Identity;

/// <summary>People and teams that the summary lets speak must occur in the source.</summary>
internal sealed class AuthorRule : IRule
{
    public string Id => "identity.author";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        ClaimedAuthors.UnknownAuthors(input).Select(name => new Hit(name) { Evidence = ClaimedAuthors.WhatWasFetched(input.Snapshot) });
}
