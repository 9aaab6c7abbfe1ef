using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MentoringPortal.Web.Tests.Hosting;

/// <summary>The SQL commands that one host's database has executed since this was made; other hosts of the run are left out.</summary>
public sealed class CommandLog : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _storage;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<(string Sql, TimeSpan Took)> _commands = new();

    public CommandLog(string storage)
    {
        _storage = storage;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => _commands.Count;

    /// <summary>What was executed, in order, and how long it took until the first row; forgotten here.</summary>
    public IReadOnlyList<(string Sql, TimeSpan Took)> Take()
    {
        var taken = new List<(string, TimeSpan)>();
        while (_commands.TryDequeue(out var command))
            taken.Add(command);
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && executed.Connection.DataSource.StartsWith(_storage, StringComparison.Ordinal))
            _commands.Enqueue((executed.Command.CommandText, executed.Duration));
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
