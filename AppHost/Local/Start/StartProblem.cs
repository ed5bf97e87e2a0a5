namespace NewsEducator.AppHost.Local;

/// <summary>Why nothing can run here, in one sentence for people: what is wrong, where, and what to do about it.</summary>
internal sealed class StartProblem(string message, Exception? cause = null) : Exception(message, cause);
