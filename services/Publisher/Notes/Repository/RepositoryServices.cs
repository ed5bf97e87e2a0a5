using Microsoft.Extensions.Options;

namespace NewsEducator.Publisher.Notes.Repository;

internal static class RepositoryServices
{
    public static void AddVaultRepository(this IServiceCollection services)
    {
        services
            .AddOptions<GitOptions>()
            .BindConfiguration(GitOptions.Section)
            .ValidateDataAnnotations()
            .Validate<IOptions<PublisherOptions>>(
                (git, publisher) => !git.IsOn || !string.IsNullOrEmpty(publisher.Value.NotesFolder),
                "Publisher:Git:IsOn needs a vault: set Publisher:NotesFolder."
            )
            .ValidateOnStart();
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
