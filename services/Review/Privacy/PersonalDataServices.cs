using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Access;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Privacy;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Privacy;

/// <summary>What Review keeps under a person's name. Texts that others wrote of a candidate are not theirs.</summary>
internal static class PersonalDataServices
{
    public static void AddPersonalData(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadPersonalData>();
        AddAccess(builder.Services);
        AddWork(builder.Services);
    }

    public static void MapPersonalData(this WebApplication app)
    {
        var people = app.MapGroup("/api/people/{name}").RequireAuthorization(Roles.Operator).ExcludeFromDescription();
        people.MapGet("/data", ReadPersonalData.Handle);
        people.MapDelete("", ForgetPerson.Handle);
    }

    private static void AddAccess(IServiceCollection services) =>
        services
            .AddPersonalData(
                "people",
                (ReviewDb db, string name) =>
                    db
                        .People.Where(person => person.Name == name)
                        .Select(person => new
                        {
                            person.Issuer,
                            person.Subject,
                            person.Name,
                        })
            )
            .AddPersonalData(
                "sessions",
                (ReviewDb db, string name) =>
                    db
                        .Sessions.Where(session => session.Person == name)
                        .Select(session => new
                        {
                            session.SignedInAt,
                            session.ExpiresAt,
                            session.Address,
                            session.Agent,
                        })
            )
            .AddPersonalData(
                "api_keys",
                (ReviewDb db, string name) =>
                    db
                        .ApiKeys.Where(key => key.Person == name || key.CreatedBy == name || key.RevokedBy == name)
                        .Select(key => new
                        {
                            key.Prefix,
                            key.Person,
                            key.Role,
                            key.CreatedBy,
                            key.CreatedAt,
                            key.RevokedBy,
                            key.RevokedAt,
                        })
            )
            .AddPersonalData(
                "answers",
                (ReviewDb db, string name) =>
                    db
                        .Answers.Where(answer => answer.Person == name)
                        .Select(answer => new
                        {
                            answer.Key,
                            answer.BeganAt,
                            answer.Status,
                        })
            );

    private static void AddWork(IServiceCollection services) =>
        services
            .AddPersonalData(
                "history",
                (ReviewDb db, string name) => db.History.Where(entry => entry.By == name).OrderBy(entry => entry.Id)
            )
            .AddPersonalData("end_to_end_checks", (ReviewDb db, string name) => db.EndToEndChecks.Where(check => check.By == name))
            .AddPersonalData("setting_changes", (ReviewDb db, string name) => db.SettingChanges.Where(change => change.By == name))
            .AddPersonalData("comments", (ReviewDb db, string name) => db.Comments.Where(comment => comment.By == name))
            .AddPersonalData(
                "packs",
                (ReviewDb db, string name) =>
                    db
                        .Packs.Where(pack => pack.CreatedBy == name || pack.ReleasedBy == name)
                        .Select(pack => new
                        {
                            pack.Date,
                            pack.CreatedBy,
                            pack.ReleasedBy,
                        })
            )
            .AddPersonalData(
                "candidates",
                (ReviewDb db, string name) =>
                    db
                        .Candidates.Where(candidate => candidate.DecidedBy == name || candidate.AssignedTo == name)
                        .IgnoreAutoIncludes()
                        .Select(candidate => new
                        {
                            candidate.Id,
                            candidate.Url,
                            candidate.DecidedBy,
                            candidate.AssignedTo,
                        })
            )
            .AddPersonalData(
                "corrections",
                (ReviewDb db, string name) =>
                    db
                        .Corrections.Where(correction => correction.By == name || correction.EndedBy == name)
                        .Select(correction => new
                        {
                            correction.Id,
                            correction.Title,
                            correction.FoundAt,
                            correction.By,
                            correction.Note,
                            correction.EndedBy,
                        })
            );
}
