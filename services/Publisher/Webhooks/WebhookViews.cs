using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Webhooks;

internal static class WebhookViews
{
    extension(WebhookView)
    {
        public static WebhookView Of(Webhook webhook) =>
            new(
                webhook.Id,
                webhook.Url,
                webhook.Events,
                webhook.Types,
                webhook.Concepts,
                webhook.CreatedBy,
                webhook.CreatedAt,
                webhook.FailingSince,
                webhook.DisabledAt,
                webhook.DisabledReason,
                webhook.FormerSecretUntil
            );
    }
}
