namespace NewsEducator.Publisher.Replays;

internal static class ReplayServices
{
    public static void AddReplays(this IServiceCollection services)
    {
        services.AddScoped<ReplayedEvents>();
        services.AddScoped<RunReplay>();
        services.AddHostedService<SendReplays>();
    }
}
