namespace NewsEducator.AppHost.Running;

/// <summary>Another run holds the data folder.</summary>
internal sealed class FolderInUse(string folder, Exception cause)
    : StartProblem(
        $"The data folder {folder} is in use by another run: stop that one, or give this one its own with --data DIR and other ports.",
        cause
    );
