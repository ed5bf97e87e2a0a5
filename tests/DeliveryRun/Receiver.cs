using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsEducator.DeliveryRun;

/// <summary>A receiver of webhooks: keeps what was signed with its secret, then answers.</summary>
internal static class Receiver
{
    public const string Name = "receiver";
    public const string Secret = "RECEIVER_SECRET";
    public const string Listening = "listening";

    public static async Task RunAsync(string port, string file)
    {
        var secret = Environment.GetEnvironmentVariable(Secret)!;
        using var seen = new SeenFile(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.Run(http => TakeAsync(http, secret, seen));
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Listening));
        await app.RunAsync();
    }

    private static async Task TakeAsync(HttpContext http, string secret, SeenFile seen)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        if (!IsSigned(http.Request.Headers, body, secret))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        seen.Add(Events.Of(JsonNode.Parse(body)!["data"]!));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Standard Webhooks 1.0: HMAC-SHA256 of ID.TIMESTAMP.BODY, as "v1,BASE64", several apart by a blank.
    private static bool IsSigned(IHeaderDictionary headers, string body, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var text = $"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}";
        var signature = $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))}";
        return headers["webhook-signature"].ToString().Split(' ').Contains(signature);
    }
}

/// <summary>Public events of a digest.</summary>
internal static class Events
{
    public static Seen Of(JsonNode digest) =>
        new((Guid)digest["id"]!, DateOnly.Parse((string)digest["date"]!, null), (int)digest["revision"]!);
}
