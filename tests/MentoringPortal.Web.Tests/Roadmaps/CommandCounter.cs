using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentoringPortal.Web.Tests.Roadmaps;

/// <summary>Counts the SQL commands that one host's database has executed since this was made; other hosts of the run are not counted.</summary>
internal sealed class CommandCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _storage;
    private readonly List<IDisposable> _subscriptions = [];
    private int _count;

    public CommandCounter(string storage)
    {
        _storage = storage;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _count;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && executed.Connection.DataSource.StartsWith(_storage, StringComparison.Ordinal))
            Interlocked.Increment(ref _count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
