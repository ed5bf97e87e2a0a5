using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.ServiceDefaults.Reconciling;

/// <summary>Each stage asks the next one whether it has what was sent to it, and sends what is missing again.</summary>
public static class ReconcilingServices
{
    /// <summary>This service asks the next one; it may ask several, each for something else.</summary>
    public static WebApplicationBuilder AddReconciler<TSent>(this WebApplicationBuilder builder)
        where TSent : class, ISentItems
    {
        builder.Services.AddScoped<ISentItems, TSent>();
        if (builder.Services.Count(service => service.ServiceType == typeof(ISentItems)) > 1)
        {
            return builder;
        }

        builder.Services.AddValidatedOptions<ReconcileOptions>(ReconcileOptions.Section);
        builder.Services.AddTransient<AttachServiceToken>();
        builder.Services.AddHttpClient(MissingItems.ClientName).AddHttpMessageHandler<AttachServiceToken>();
        // Without an address of the next service there is nobody to ask: the first start of a single service, and tests.
        if (builder.Configuration.GetSection("services").Exists())
        {
            builder.Services.AddHostedService<Reconciler>();
        }

        return builder;
    }

    /// <summary>This service answers the one before it.</summary>
    /// <param name="app">The service.</param>
    /// <param name="what">See <see cref="ISentItems.What"/>.</param>
    public static void MapReconcile<TReceived>(this IEndpointRouteBuilder app, string what)
        where TReceived : IReceivedItems =>
        app.MapPost(MissingItems.AddressOf(what), MissingItems.AnswerAsync<TReceived>)
            .RequireAuthorization(Roles.Service)
            .ExcludeFromDescription();
}
