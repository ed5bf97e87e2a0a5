using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>Makes a digest's revision due for mail, in the transaction that publishes it.</summary>
internal sealed class MailIssues(PublisherDb db, IOptions<MailOptions> options)
{
    /// <param name="digest">At the revision that is mailed.</param>
    /// <param name="dueAt">When a person released or approved it.</param>
    public void Add(Digest digest, DateTimeOffset dueAt)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        db.MailIssues.Add(
            new MailIssue
            {
                Date = digest.Date,
                Revision = digest.Revision,
                State = MailIssueState.Due,
                DueAt = dueAt.ToUniversalTime(),
            }
        );
    }
}
