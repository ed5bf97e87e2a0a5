using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Compliance.Opinions;

internal static class VerifierServices
{
    private const string Chat = "Chat";

    /// <summary>The verifier of section <c>Opinion</c>; where it names none, the chat model that writes the summaries (section
    /// <c>Chat</c>).</summary>
    public static void AddVerifier(this IServiceCollection services)
    {
        services.AddSingleton<OpinionLedger>();
        services
            .AddValidatedOptions<OpinionOptions>(OpinionOptions.Section)
            .PostConfigure<IConfiguration>((opinion, settings) => UseChat(opinion, settings.GetSection(Chat)));
        services.AddSingleton<IVerifier>(provider =>
            provider.GetRequiredService<IOptions<OpinionOptions>>().Value.Kind == VerifierKind.Entailment
                ? ActivatorUtilities.CreateInstance<EntailmentVerifier>(provider)
                : ActivatorUtilities.CreateInstance<SecondOpinion>(provider)
        );
    }

    private static void UseChat(OpinionOptions opinion, IConfigurationSection chat)
    {
        if (
            opinion is { Kind: VerifierKind.Chat, Endpoint: null, Model: null or "" }
            && Uri.TryCreate(chat["Endpoint"], UriKind.Absolute, out var endpoint)
            && chat["Model"] is { Length: > 0 } model
        )
        {
            (opinion.Endpoint, opinion.Model, opinion.ApiKey) = (endpoint, model, opinion.ApiKey ?? chat["ApiKey"]);
        }
    }
}
