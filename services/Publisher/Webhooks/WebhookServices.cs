using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddValidatedOptions<WebhookOptions>(WebhookOptions.Section);
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookClient>();
        services.AddScoped<Announcements>();
        services.AddScoped<DeliverEvent>();
        services.AddHostedService<SendDeliveries>();
    }
}
