using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Pages;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Access;

/// <summary>Who is signed in and which keys there are; people end their own sessions, operators anybody's.</summary>
internal static class AccessPages
{
    private const int MostShown = 200;

    public static Task<RazorComponentResult> Show(ReviewDb db, HttpContext http, CancellationToken cancellationToken) =>
        ShowAsync(db, http, null, null, cancellationToken);

    public static async Task<RedirectHttpResult> EndSession(Guid id, ReviewDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var reader = Reader.Of(http);
        await db
            .Sessions.Where(session => session.Id == id && (reader.MayAdminister || session.Person == reader.Name))
            .ExecuteDeleteAsync(cancellationToken);
        return TypedResults.Redirect("/access");
    }

    /// <summary>The only answer that ever holds the key.</summary>
    public static async Task<RazorComponentResult> MakeKey(
        [FromForm] string person,
        [FromForm] string role,
        ReviewDb db,
        PersonNames names,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var name = PlainText.Line(person, 80);
        if (name.Length == 0 || !Roles.OfPeople.Contains(role))
        {
            return await ShowAsync(db, http, null, Reader.Of(http).T("access.key-invalid"), cancellationToken);
        }

        if (!await names.IsFreeForKeyAsync(name, cancellationToken))
        {
            return await ShowAsync(db, http, null, Reader.Of(http).T("access.name-taken", name), cancellationToken);
        }

        var (kept, key) = ApiKey.Make(name, role, Actor.From(http.User, "page").Name, time.GetUtcNow());
        db.ApiKeys.Add(kept);
        await db.SaveChangesAsync(cancellationToken);
        return await ShowAsync(db, http, key, null, cancellationToken);
    }

    public static async Task<RedirectHttpResult> RevokeKey(
        Guid id,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await db.ApiKeys.FindAsync([id], cancellationToken) is { } key)
        {
            key.Revoke(Actor.From(http.User, "page").Name, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        return TypedResults.Redirect("/access");
    }

    private static async Task<RazorComponentResult> ShowAsync(
        ReviewDb db,
        HttpContext http,
        string? newKey,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var sessions = await db
            .Sessions.AsNoTracking()
            .Where(session => reader.MayAdminister || session.Person == reader.Name)
            .OrderByDescending(session => session.SignedInAt)
            .Take(MostShown)
            .Select(session => new SessionLine(
                session.Id,
                session.Person,
                session.SignedInAt,
                session.ExpiresAt,
                session.Address,
                session.Agent
            ))
            .ToListAsync(cancellationToken);
        var keys = await db
            .ApiKeys.AsNoTracking()
            .Where(_ => reader.MayAdminister)
            .OrderByDescending(key => key.CreatedAt)
            .Take(MostShown)
            .Select(key => new KeyLine(
                key.Id,
                key.Prefix,
                key.Person,
                key.Role,
                key.CreatedBy,
                key.CreatedAt,
                key.RevokedAt,
                key.RevokedBy
            ))
            .ToListAsync(cancellationToken);
        return new RazorComponentResult<AccessPage>(
            new
            {
                Reader = reader,
                Sessions = sessions,
                Keys = keys,
                NewKey = newKey,
                Message = message,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
