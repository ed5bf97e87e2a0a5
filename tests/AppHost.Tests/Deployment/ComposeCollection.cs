namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>One run of what compose describes for all tests that need it.</summary>
[CollectionDefinition(Name)]
public sealed class ComposeCollection : ICollectionFixture<ComposeRun>
{
    public const string Name = "compose";
}
