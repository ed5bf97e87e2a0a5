using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Mail;

internal static class RecordMail
{
    /// <summary>Records what became of a mail, sent or not, even while the service stops. Where its subscriber left meanwhile, the mail's row
    /// went with them, and there is nothing to record.</summary>
    public static async Task RecordAsync(this PublisherDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Deleted meanwhile.
        }
    }
}
