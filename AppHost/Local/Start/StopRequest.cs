using System.Runtime.InteropServices;

namespace NewsEducator.AppHost.Local;

/// <summary>Ctrl-C and its like ask to stop in order; asked twice, this process ends at once and its watchdog sees to the rest.</summary>
internal sealed class StopRequest : IDisposable
{
    private const int Impatient = 130;

    private readonly CancellationTokenSource _stop = new();
    private readonly List<PosixSignalRegistration> _registrations;

    public StopRequest(Screen screen)
    {
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT }
            .Select(signal => PosixSignalRegistration.Create(signal, Handle))];

        void Handle(PosixSignalContext context)
        {
            context.Cancel = true;
            if (_stop.IsCancellationRequested)
            {
                Environment.Exit(Impatient);
            }

            screen.Announce("Stopping…");
            _stop.Cancel();
        }
    }

    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _stop.Dispose();
    }
}
