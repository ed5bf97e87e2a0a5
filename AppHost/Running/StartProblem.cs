namespace NewsEducator.AppHost.Running;

/// <summary>Why the product cannot start here, in one sentence: what is wrong, where, and what to do about it.</summary>
internal class StartProblem(string message, Exception? cause = null) : Exception(message, cause);
