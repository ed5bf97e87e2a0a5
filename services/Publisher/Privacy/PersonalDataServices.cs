using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Privacy;

namespace NewsEducator.Publisher.Privacy;

/// <summary>What the Publisher keeps under a person's name.</summary>
internal static class PersonalDataServices
{
    public static void AddPersonalData(this IServiceCollection services) =>
        services
            .AddPersonalData(
                "approved_items",
                (PublisherDb db, string name) =>
                    db.ApprovedItems.Where(item => item.ApprovedBy == name).Select(item => new { item.CandidateId, item.ApprovedBy })
            )
            .AddPersonalData(
                "digest_items",
                (PublisherDb db, string name) =>
                    db
                        .DigestItems.Where(item => item.ApprovedBy == name)
                        .Select(item => new
                        {
                            item.ItemId,
                            item.DigestDate,
                            item.ApprovedBy,
                        })
            )
            .AddPersonalData(
                "releases",
                (PublisherDb db, string name) =>
                    db.Releases.Where(release => release.ReleasedBy == name).Select(release => new { release.PackId, release.ReleasedBy })
            )
            .AddPersonalData(
                "digest_revisions",
                (PublisherDb db, string name) =>
                    db
                        .DigestRevisions.Where(revision => revision.By == name)
                        .Select(revision => new
                        {
                            revision.Date,
                            revision.Number,
                            revision.By,
                        })
            )
            .AddPersonalData(
                "webhooks",
                (PublisherDb db, string name) =>
                    db.Webhooks.Where(webhook => webhook.CreatedBy == name).Select(webhook => new { webhook.Id, webhook.CreatedBy })
            )
            .AddPersonalData(
                "replays",
                (PublisherDb db, string name) =>
                    db
                        .Replays.Where(replay => replay.RequestedBy == name)
                        .Select(replay => new
                        {
                            replay.Id,
                            replay.RequestedAt,
                            replay.RequestedBy,
                        })
            )
            .AddPersonalData(
                "mail_issues",
                (PublisherDb db, string name) =>
                    db
                        .MailIssues.Where(issue => issue.DecidedBy == name)
                        .Select(issue => new
                        {
                            issue.Date,
                            issue.Revision,
                            issue.DecidedBy,
                        })
            );
}
