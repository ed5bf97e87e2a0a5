using Aspire.Hosting.ApplicationModel;

namespace NewsEducator.AppHost.Local;

/// <summary>Stops each resource when all that build on it have stopped.</summary>
internal static class StopOrder
{
    public static Task StopAllAsync(IReadOnlyCollection<Resource> resources, Func<Resource, Task> stop)
    {
        var stopping = new Dictionary<Resource, Task>();
        return Task.WhenAll(resources.Select(StopAsync));

        Task StopAsync(Resource resource)
        {
            if (!stopping.TryGetValue(resource, out var task))
            {
                var dependents = resources.Where(other => other.Waits.Exists(wait => wait.For == resource)).Select(StopAsync);
                stopping[resource] = task = StopAfterAsync(dependents.ToList(), resource);
            }

            return task;
        }

        async Task StopAfterAsync(IReadOnlyList<Task> dependents, Resource resource)
        {
            await Task.WhenAll(dependents);
            await stop(resource);
        }
    }
}
