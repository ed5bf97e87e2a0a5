namespace NewsEducator.Publisher.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookClient>();
        services.AddScoped<Announcements>();
        services.AddScoped<DeliverEvent>();
        services.AddHostedService<SendDeliveries>();
    }
}
