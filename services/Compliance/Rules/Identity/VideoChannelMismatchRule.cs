using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Identity;

/// <summary>A video must be by the channel that the summary names: what was fetched against what is claimed.</summary>
internal sealed class VideoChannelMismatchRule : IRule
{
    public string Id => "identity.channel";

    public Severity Severity => Severity.Block;

    public IEnumerable<Hit> Check(ScreeningInput input) =>
        input.Snapshot.Kind == SourceKind.YouTubeVideo
            ? ClaimedAuthors
                .UnknownChannels(input)
                .Select(name => new Hit(name, input.Snapshot.Author ?? "来源未说明")
                {
                    Evidence = ClaimedAuthors.WhatWasFetched(input.Snapshot),
                })
            : [];
}
