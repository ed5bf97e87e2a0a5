namespace NewsEducator.Collector.Connectors;

/// <summary>What it means that an upstream did not serve something. Only <see cref="Gone"/> lasts, once it was seen twice.</summary>
internal enum FaultKind
{
    /// <summary>The upstream is in trouble, or served something that cannot be read.</summary>
    Later,

    /// <summary>It asks for fewer requests.</summary>
    Limited,

    /// <summary>It does not serve this to us: a login, a captcha, a country, robots.txt, an address that may not be asked.</summary>
    Forbidden,

    /// <summary>The upstream says that it is not there: 404, 410, deleted, removed by its author.</summary>
    Gone,
}
