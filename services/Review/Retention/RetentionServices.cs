using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.Review.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ReviewRetentionOptions>(ReviewRetentionOptions.Section);
        builder
            .Services.AddExpiring(
                "candidates that were never offered",
                (ReviewRetentionOptions options) => options.NeverOffered,
                (ReviewDb db, DateTimeOffset before) =>
                    db
                        .Candidates.Where(candidate =>
                            candidate.ArrivedAt < before
                            && candidate.PackId == null
                            && (candidate.State == CandidateState.Expired || candidate.State == CandidateState.Blocked)
                            && !db.History.Any(entry => entry.CandidateId == candidate.Id)
                            && !db.Comments.Any(comment => comment.CandidateId == candidate.Id)
                            && !db.Corrections.Any(correction =>
                                correction.CandidateId == candidate.Id || correction.DraftId == candidate.Id
                            )
                        )
                        .OrderBy(candidate => candidate.ArrivedAt)
            )
            .AddExpiring(
                "audit entries",
                (ReviewRetentionOptions options) => options.Audit,
                (ReviewDb db, DateTimeOffset before) => db.Audit.Where(entry => entry.DroppedAt < before).OrderBy(entry => entry.DroppedAt)
            )
            .AddExpiring(
                "end-to-end checks",
                (ReviewRetentionOptions options) => options.Audit,
                (ReviewDb db, DateTimeOffset before) =>
                    db.EndToEndChecks.Where(check => check.BeganAt < before).OrderBy(check => check.BeganAt)
            )
            .AddExpiring(
                "notes",
                (ReviewRetentionOptions options) => options.Notes,
                (ReviewDb db, DateTimeOffset before) =>
                    db
                        .Notes.Where(note => db.Packs.Any(pack => pack.Date == note.Date && pack.ReleasedAt < before))
                        .OrderBy(note => note.Date)
            )
            .AddExpiring(
                "revoked keys",
                (ReviewRetentionOptions options) => options.RevokedKeys,
                (ReviewDb db, DateTimeOffset before) => db.ApiKeys.Where(key => key.RevokedAt < before).OrderBy(key => key.RevokedAt)
            );
    }
}
