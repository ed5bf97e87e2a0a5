using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Access;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Privacy;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Privacy;

/// <summary>Removes all that tells who stands behind a name. The name itself stays where the chain of the history and the signatures of
/// approvals cover it, and nobody else gets it.</summary>
internal static class ForgetPerson
{
    private static readonly EventId PersonForgotten = new(2501, "PersonForgotten");

    public static async Task<Results<Ok<ForgottenView>, ProblemHttpResult>> Handle(
        string name,
        ReviewDb db,
        IOptions<AccessOptions> access,
        ILoggerFactory loggers,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var person = PersonalData.NameOf(name);
        if (access.Value.Names.Contains(person))
        {
            return Problems.Conflict("person.configured", person);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var forgotten = await ForgetAsync(person, db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        loggers
            .CreateLogger(typeof(ForgetPerson).FullName!)
            .LogInformation(
                PersonForgotten,
                "{Operator} had a person forgotten: {Identities} identities, {Sessions} sessions, {Keys} keys",
                Actor.From(http.User, "api").Name,
                forgotten.Identities,
                forgotten.Sessions,
                forgotten.Keys
            );
        return TypedResults.Ok(forgotten);
    }

    private static async Task<ForgottenView> ForgetAsync(string name, ReviewDb db, CancellationToken cancellationToken)
    {
        var key = PersonNames.KeyOf(name);
        var nobody = Guid.NewGuid().ToString();
        // The row keeps the name, so that what they did is never taken for somebody else's; a key's name is kept in the same way.
        var identities = await db.Database.ExecuteSqlAsync(
            $"UPDATE people SET issuer = '', subject = {nobody} WHERE name_key = {key} AND issuer <> ''",
            cancellationToken
        );
        var keys = await db.ApiKeys.Where(each => each.Person == name).ExecuteDeleteAsync(cancellationToken);
        if (keys > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO people (issuer, subject, name, name_key) VALUES ('', {nobody}, {name}, {key}) ON CONFLICT DO NOTHING",
                cancellationToken
            );
        }

        await db.PageTokens.Where(token => token.Person == name).ExecuteDeleteAsync(cancellationToken);
        return new ForgottenView(
            identities,
            await db.Sessions.Where(session => session.Person == name).ExecuteDeleteAsync(cancellationToken),
            keys,
            await db.Answers.Where(answer => answer.Person == name).ExecuteDeleteAsync(cancellationToken),
            await db
                .Candidates.Where(candidate => candidate.AssignedTo == name)
                .ExecuteUpdateAsync(
                    row =>
                        row.SetProperty(candidate => candidate.AssignedTo, (string?)null)
                            .SetProperty(candidate => candidate.Version, candidate => candidate.Version + 1),
                    cancellationToken
                )
        );
    }
}
