using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MentoringPortal.Web.Tests.Mail;

/// <summary>How the server behaves: takes letters, hangs up at once, refuses every recipient, or accepts the connection and says nothing.</summary>
public enum SmtpMood { Takes, HangsUp, RefusesRecipients, Silent }

/// <summary>A mail server on loopback, as much of SMTP as one sender needs (RFC 5321).</summary>
public sealed class SmtpListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public SmtpListener()
    {
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public SmtpMood Mood { get; set; }

    /// <summary>Letters taken: recipient and the message as it was sent.</summary>
    public ConcurrentQueue<(string Recipient, string Message)> Letters { get; } = [];

    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
            return;
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = Talk(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        if (Mood == SmtpMood.HangsUp)
            return;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        if (Mood == SmtpMood.Silent)
        {
            await reader.ReadLineAsync(_stop.Token);
            return;
        }
        await writer.WriteLineAsync("220 loopback");
        var recipient = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "RCPT" when Mood == SmtpMood.RefusesRecipients:
                    await writer.WriteLineAsync($"550 no such mailbox {line}");
                    break;
                case "RCPT":
                    recipient = line.Split('<', '>')[1];
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Letters.Enqueue((recipient, await Message(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
    }

    private static async Task<string> Message(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            message.AppendLine(line.StartsWith('.') ? line[1..] : line);
        return message.ToString();
    }
}
