using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsEducator.Testing;

public static class LoopbackHttp
{
    /// <returns>A server on a free port of this machine, not started yet, which writes JSON as the services do.</returns>
    /// <param name="add">What it needs besides.</param>
    public static WebApplication New(Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        add?.Invoke(builder.Services);
        return builder.Build();
    }
}
