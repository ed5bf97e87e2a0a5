namespace NewsEducator.EndToEnd.Tests;

/// <summary>A day of its own for the page: what is decided there on today's pack is nobody else's business.</summary>
public sealed class PageDay : DemoDay;
