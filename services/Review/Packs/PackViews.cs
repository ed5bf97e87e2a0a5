using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Packs;

internal static class PackViews
{
    extension(PackView)
    {
        public static PackView Of(Pack pack, IReadOnlyList<DroppedView> audit, string? viewer = null)
        {
            var document = pack.ToDocument();
            return new PackView
            {
                Date = pack.Date,
                Origin = pack.Origin,
                Status = document.Status,
                Items = pack.Candidates.Count,
                Decided = pack.Candidates.Count(candidate => candidate.Choice is not null),
                ETag = VersionTag.Of(pack.Version),
                CreatedAt = pack.CreatedAt,
                ReleasedAt = pack.ReleasedAt,
                PublishedAt = pack.PublishedAt,
                DigestUrl = pack.DigestUrl,
                Compliance = pack.Compliance.ToString(),
                States = SentenceStates.Count(
                    pack.Candidates.Where(candidate => candidate.IsScreened).SelectMany(candidate => candidate.Screening!.Sentences)
                ),
                Candidates = [.. pack.InOrder.Select(candidate => CandidateView.Of(candidate, viewer))],
                Audit = audit,
                Dropped = audit.CountBy(entry => entry.Reason).ToDictionary(),
                ReleasedBy = pack.ReleasedBy,
                Refused = pack.Refused,
                HeldUntil = pack.HeldUntil,
                AwaitedSources = pack.AwaitedSources,
                WaitingFor = Waiting(pack),
            };
        }
    }

    private static string? Waiting(Pack pack) =>
        pack switch
        {
            { HeldUntil: not null, AwaitedSources: { Length: > 0 } numbers } => $"sources of {string.Join(", ", numbers)}",
            { HeldUntil: not null } => "hold",
            { IsReleased: true, PublishedAt: null } => "publisher",
            { IsReleased: false, Compliance.Pending: > 0 } =>
                $"screening of {string.Join(", ", pack.InOrder.Where(each => !each.IsScreened).Select(each => each.Number))}",
            _ => null,
        };
}
