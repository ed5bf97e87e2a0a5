using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Mail;

internal static class MailServices
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddValidatedOptions<MailOptions>(MailOptions.Section);
        services.AddSingleton<SubscribeLimit>();
        services.AddScoped<MailIssues>();
        services.AddScoped<MailNotices>();
        services.AddScoped<MailMessages>();
        services.AddScoped<StartIssues>();
        services.AddScoped<SendDigestMail>();
        services.AddScoped<SendNotice>();
        services.AddScoped<ForgetSubscribers>();
        services.AddHostedService<MailSender>();
    }
}
