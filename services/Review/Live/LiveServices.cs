namespace NewsEducator.Review.Live;

internal static class LiveServices
{
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ChangeFeed>();
        builder.Services.AddHostedService<ListenForChanges>();
    }
}
