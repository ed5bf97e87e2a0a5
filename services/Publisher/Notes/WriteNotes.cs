using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes;

/// <summary>Keeps that the vault lacks a digest; <see cref="VaultWriter"/> writes it, now or when it can.</summary>
internal sealed class WriteNotes(PublisherDb db, VaultSignal signal, IOptions<PublisherOptions> options, TimeProvider time)
    : IConsumer<NotesOutdated>
{
    public async Task Consume(ConsumeContext<NotesOutdated> context)
    {
        if (string.IsNullOrEmpty(options.Value.NotesFolder))
        {
            return;
        }

        // A digest that is being written at this moment is locked: this waits, and asks for it once more.
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO outdated_notes (date, since, next_at, failures) VALUES ({context.Message.Date}, {now}, {now}, 0)
            ON CONFLICT (date) DO UPDATE SET next_at = excluded.next_at
            """,
            context.CancellationToken
        );
        signal.Ring();
    }
}
