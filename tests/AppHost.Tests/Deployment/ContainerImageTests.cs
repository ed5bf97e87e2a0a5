using System.Diagnostics;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What the SDK would make an image of; the base image itself is not fetched here.</summary>
public sealed class ContainerImageTests
{
    [Fact]
    public void A_services_image_has_no_shell_is_not_root_and_is_named_as_it_is_deployed()
    {
        var msbuild = ProgramRun.Of(
            new ProcessStartInfo(
                "dotnet",
                [
                    "msbuild",
                    Repository.In("services/Review"),
                    "-t:ComputeContainerConfig",
                    "-getProperty:ContainerBaseImage,ContainerRepository,ContainerUser,ContainerWorkingDirectory",
                    "-getItem:ContainerPort,ContainerEnvironmentVariable",
                ]
            )
        );
        var said = JsonNode.Parse(msbuild.Output)!;
        var (properties, items) = (said["Properties"]!, said["Items"]!);

        properties["ContainerBaseImage"].Text().ShouldEndWith("/aspnet:10.0-noble-chiseled-extra");
        properties["ContainerUser"].Text().ShouldBe("1654");
        // The health check of compose.yaml names the program without its folder.
        properties["ContainerWorkingDirectory"].Text().ShouldBe("/app/");
        ComposeFile.Services["review"]!["image"].Text().ShouldStartWith($"{properties["ContainerRepository"].Text()}:");
        items["ContainerPort"]![0]!["Identity"].Text().ShouldBe(ComposeFile.EnvironmentOf("review")["ASPNETCORE_HTTP_PORTS"]);
        items["ContainerEnvironmentVariable"]!
            .AsArray()
            .ShouldContain(variable => variable!["Identity"].Text() == "DOTNET_EnableDiagnostics");
    }
}
