using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsEducator.Contracts;

namespace NewsEducator.Fuzzing.Services;

/// <summary>In place of every neighbour and upstream: knows the policy, and nothing else.</summary>
internal static class Neighbour
{
    private static readonly string Policy = JsonSerializer.Serialize(
        new PolicyStatus
        {
            Number = 1,
            Version = "1",
            By = "fuzzing",
            At = DateTimeOffset.UnixEpoch,
            Whitelist = [new WhitelistedHost { Host = "github.com" }, new WhitelistedHost { Host = "blog.example.org" }],
            Rules = [],
        },
        JsonSerializerOptions.Web
    );

    /// <returns>Its address; it ends with the process.</returns>
    public static string Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(AnswerAsync);
        ((IHost)server).Start();
        return server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    private static Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path != "/api/policy")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Policy);
    }
}
