using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Listing;

/// <summary>A candidate as somebody may see it.</summary>
internal static class CandidateViews
{
    extension(CandidateView)
    {
        /// <param name="viewer">Who looks: under four eyes nobody sees the other's opinion before giving their own.</param>
        public static CandidateView Of(Candidate candidate, string? viewer = null) =>
            new()
            {
                Id = candidate.Id,
                ETag = VersionTag.Of(candidate.Version),
                State = candidate.State,
                Number = candidate.Number,
                Url = candidate.Url,
                Title = candidate.Content.Title,
                Type = candidate.Content.Type,
                Summary = candidate.Content.Text,
                OneLiner = candidate.Content.OneLiner,
                Analogy = candidate.Content.Analogy,
                Concept = candidate.Content.Concept,
                Terms = candidate.Content.Terms,
                Language = candidate.Content.Language,
                Score = candidate.Score,
                Judgement = candidate.Content.Judgement,
                Placement = candidate.Placement,
                ConceptCorrected = candidate.CorrectedConcept is not null,
                Source = candidate.Source,
                SourceSeenAt = candidate.SourceSeenAt,
                SourceUnreachedSince = candidate.Look?.UnreachedSince,
                SourceFault = candidate.Look?.Fault,
                FurtherSources = candidate.FurtherSources,
                UpdateOf = candidate.UpdateOf,
                MergedInto = candidate.MergedInto,
                Verdict = candidate.Verdict,
                Findings = candidate.IsScreened ? [.. candidate.Screening!.All] : [],
                Sentences = candidate.IsScreened ? candidate.Screening!.Sentences : [],
                States = SentenceStates.Count(candidate.IsScreened ? candidate.Screening!.Sentences : []),
                PolicyVersion = candidate.IsScreened ? candidate.Screening!.PolicyVersion : null,
                Decision = candidate.Choice,
                Reason = candidate.Reason,
                DecidedBy = candidate.DecidedBy,
                DecidedAt = candidate.DecidedAt,
                AssignedTo = candidate.AssignedTo,
                FourEyes = Eyes(candidate, viewer),
                ReturnedFrom = candidate.ReturnedFrom,
                Note = candidate.Note,
                ContentHash = candidate.CurrentHash,
            };
    }

    extension(CandidateView view)
    {
        /// <summary>Its own source first.</summary>
        public IEnumerable<SourceItem> AllSources => view.Source is { } own ? view.FurtherSources.Prepend(own) : [];
    }

    private static FourEyesView? Eyes(Candidate candidate, string? viewer)
    {
        if (candidate.Opinions is [])
        {
            return null;
        }

        var both = candidate.Opinions.Count == 2;
        var open = both || candidate.Opinions.Any(opinion => opinion.By == viewer);
        return new FourEyesView
        {
            Given = candidate.Opinions.Count,
            Agree = both ? candidate.Choice is not null : null,
            Opinions = open
                ? [.. candidate.Opinions.Select(opinion => new OpinionView(opinion.By, opinion.Choice, opinion.Reason, opinion.At))]
                : [],
        };
    }
}
