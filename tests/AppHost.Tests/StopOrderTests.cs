using Aspire.Hosting.ApplicationModel;
using NewsEducator.AppHost.Local;

namespace NewsEducator.AppHost.Tests;

public sealed class StopOrderTests
{
    [Fact]
    public async Task What_others_build_on_stops_last()
    {
        var server = new ProjectResource("server", new NoProject());
        var service = DependingOn(server, "service");
        var page = DependingOn(service, "page");
        var stopped = new List<string>();

        await StopOrder.StopAllAsync([server, service, page], resource =>
        {
            stopped.Add(resource.Name);
            return Task.CompletedTask;
        });

        stopped.ShouldBe(["page", "service", "server"]);
    }

    [Fact]
    public async Task Each_stops_once_though_several_build_on_it()
    {
        var server = new ProjectResource("server", new NoProject());
        var stopped = new List<string>();

        await StopOrder.StopAllAsync([server, DependingOn(server, "one"), DependingOn(server, "two")], resource =>
        {
            stopped.Add(resource.Name);
            return Task.CompletedTask;
        });

        stopped.ShouldBe(["one", "two", "server"]);
    }

    private static ProjectResource DependingOn(ProjectResource other, string name)
    {
        var resource = new ProjectResource(name, new NoProject());
        resource.Waits.Add(new Wait(other, WaitUntil.Ready));
        return resource;
    }
}
