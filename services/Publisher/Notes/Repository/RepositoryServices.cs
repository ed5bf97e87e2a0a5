using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Notes.Repository;

internal static class RepositoryServices
{
    public static void AddVaultRepository(this IServiceCollection services)
    {
        services
            .AddValidatedOptions<GitOptions>(GitOptions.Section)
            .Validate<IOptions<PublisherOptions>>(
                (git, publisher) => !git.IsOn || !string.IsNullOrEmpty(publisher.Value.NotesFolder),
                "Publisher:Git:IsOn needs a vault: set Publisher:NotesFolder."
            );
        services.AddSingleton<GitProgram>();
        services.AddScoped<VaultRepository>();
        services.AddScoped<CommitNotes>();
        services.AddScoped<RebaseNotes>();
        services.AddScoped<GitRemote>();
        services.AddScoped<PushNotes>();
        services.AddScoped<SaveNotes>();
        services.AddHostedService<NotesSaver>();
        services.AddHealthChecks().AddCheck<RepositoryHealth>("vault-repository");
    }
}
