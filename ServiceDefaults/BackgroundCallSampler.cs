using System.Diagnostics;
using OpenTelemetry.Trace;

namespace NewsEducator.ServiceDefaults;

/// <summary>Leaves out database and HTTP calls that no piece of work led to, such as the outbox relay's look and the health
/// check.</summary>
/// <remarks>They would be nine traces in ten.</remarks>
internal sealed class BackgroundCallSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
