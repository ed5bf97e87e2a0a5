using System.Net.Http.Headers;
using System.Text;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost;

/// <summary>Commands on the dashboard; each is a call of the service's own API.</summary>
internal static class Commands
{
    public static IResourceBuilder<ProjectResource> WithCutPackCommand(
        this IResourceBuilder<ProjectResource> review,
        IResourceBuilder<ParameterResource> token
    ) => review.WithPostCommand("/api/packs", "Cut today's pack", "NewsAdd", token);

    public static IResourceBuilder<ProjectResource> WithCollectNowCommand(
        this IResourceBuilder<ProjectResource> collector,
        IResourceBuilder<ParameterResource> token
    ) => collector.WithPostCommand("/api/sources/poll", "Collect now", "ArrowSync", token);

    private static IResourceBuilder<ProjectResource> WithPostCommand(
        this IResourceBuilder<ProjectResource> service,
        string path,
        string name,
        string icon,
        IResourceBuilder<ParameterResource> token
    ) =>
        service.WithHttpCommand(
            path,
            name,
            commandOptions: new HttpCommandOptions
            {
                IconName = icon,
                Method = HttpMethod.Post,
                PrepareRequest = async request =>
                {
                    request.Request.Headers.Authorization = new AuthenticationHeaderValue(
                        "Bearer",
                        await token.Resource.GetValueAsync(request.CancellationToken)
                    );
                    request.Request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                },
            }
        );
}
