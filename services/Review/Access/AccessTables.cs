using Microsoft.EntityFrameworkCore;

namespace NewsEducator.Review.Access;

internal static class AccessTables
{
    public static void AddAccess(this ModelBuilder model)
    {
        model.Entity<SignedIn>(session =>
        {
            session.ToTable("sessions");
            session.HasIndex(each => each.KeyHash).IsUnique();
            session.HasIndex(each => each.Person);
            session.HasIndex(each => each.ExpiresAt);
        });
        model.Entity<KnownPerson>(person =>
        {
            person.ToTable("people");
            person.HasKey(each => new { each.Issuer, each.Subject });
            person.HasIndex(each => each.NameKey).IsUnique();
        });
        model.Entity<PageToken>(token =>
        {
            token.ToTable("page_tokens");
            token.HasKey(each => each.Hash);
            token.HasIndex(each => each.ExpiresAt);
        });
        model.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys");
            key.Property(each => each.Id).ValueGeneratedNever();
            key.HasIndex(each => each.Hash).IsUnique();
        });
    }
}
