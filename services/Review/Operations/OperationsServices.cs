using NewsEducator.Review.Access;
using NewsEducator.Review.Operations.EndToEnd;
using NewsEducator.Review.Pages.Policies;
using NewsEducator.Review.Policies;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Review.Operations;

internal static class OperationsServices
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        var client = builder.AddPersonalCalls<AttachPersonsToken>();
        builder.Services.AddSingleton(services => new ServiceCalls(services.GetRequiredService<IHttpClientFactory>(), client));
        builder.Services.AddSingleton<SourceCalls>();
        builder.Services.AddSingleton<PolicyCalls>();
        builder.Services.AddSingleton<HostCalls>();
        builder.Services.AddScoped<ReadRuleFindings>();
        builder.Services.AddScoped<PolicyParts>();
        builder.Services.AddScoped<DeadLetterCalls>();
        builder.Services.AddScoped<ReadOperations>();
        builder.Services.AddScoped<ReadLineage>();
        builder.Services.AddScoped<ExamineServices>();
        builder.Services.AddScoped<ChooseAddress>();
        builder.Services.AddScoped<ReadEndToEnd>();
        builder.Services.AddScoped<BeginEndToEnd>();
    }
}
