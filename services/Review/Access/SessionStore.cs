using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Keeps sessions in the database, so that they can be listed and ended, whichever replica answers next.</summary>
internal sealed class SessionStore(
    IServiceScopeFactory scopes,
    SessionOrigin origin,
    IHttpContextAccessor requests,
    AccessLog log,
    TimeProvider time
) : ITicketStore
{
    private const int KeyBytes = 32;

    public Task<string> StoreAsync(AuthenticationTicket ticket) =>
        WithDbAsync(async db =>
        {
            var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
            var now = time.GetUtcNow();
            var person = ticket.Principal.Identity?.Name ?? throw new InvalidOperationException("Nobody signs in.");
            var address = requests.HttpContext?.Connection.RemoteIpAddress;
            await db.Sessions.Where(session => session.ExpiresAt < now).ExecuteDeleteAsync();
            db.Sessions.Add(
                new SignedIn
                {
                    Id = Guid.NewGuid(),
                    KeyHash = HashOf(key),
                    Person = person,
                    Ticket = TicketSerializer.Default.Serialize(ticket),
                    SignedInAt = now,
                    ExpiresAt = ExpiryOf(ticket),
                    Address = address?.ToString(),
                    Agent = PlainText.Line(requests.HttpContext?.Request.Headers.UserAgent.ToString(), 200),
                }
            );
            await db.SaveChangesAsync();
            log.SignedIn(person, address);
            return key;
        });

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        WithDbAsync(async db =>
        {
            var (hash, bytes, expiry) = (HashOf(key), TicketSerializer.Default.Serialize(ticket), ExpiryOf(ticket));
            return await db
                .Sessions.Where(session => session.KeyHash == hash)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(session => session.Ticket, bytes).SetProperty(session => session.ExpiresAt, expiry)
                );
        });

    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        WithDbAsync(async db =>
        {
            var (hash, now) = (HashOf(key), time.GetUtcNow());
            var oldest = now - Pages.Session.Longest;
            var ticket = await db
                .Sessions.Where(session => session.KeyHash == hash && session.ExpiresAt > now && session.SignedInAt > oldest)
                .Select(session => session.Ticket)
                .SingleOrDefaultAsync();
            if (ticket is null || TicketSerializer.Default.Deserialize(ticket) is not { } found)
            {
                return null;
            }

            if (await origin.HoldsAsync(found, CancellationToken.None))
            {
                return found;
            }

            await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
            return null;
        });

    public Task RemoveAsync(string key) =>
        WithDbAsync(db =>
        {
            var hash = HashOf(key);
            return db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
        });

    private DateTimeOffset ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc ?? time.GetUtcNow() + Pages.Session.Length;

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private async Task<T> WithDbAsync<T>(Func<ReviewDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ReviewDb>());
    }
}
