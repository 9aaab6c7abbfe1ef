using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace MentoringPortal.Web.Features.Mail;

/// <summary>Hands one letter to the mail server.</summary>
public sealed class MailPost(MailSettings settings, TimeProvider time)
{
    /// <exception cref="MailRefusedException">The server is not there, does not answer or refuses.</exception>
    public async Task Send(string recipient, string subject, string body, CancellationToken cancel)
    {
        using var letter = new MimeMessage { Subject = subject, Date = time.GetUtcNow(), Body = new TextPart("plain") { Text = body } };
        letter.From.Add(new MailboxAddress("Портал наставничества", settings.From));
        letter.To.Add(new MailboxAddress("", recipient));
        // Out-of-office replies have nobody to go to (RFC 3834).
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, settings.Security, cancel);
            if (settings.User is not null)
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
            await client.SendAsync(letter, cancel);
            await client.DisconnectAsync(quit: true, cancel);
        }
        catch (Exception error) when (Refusal(error, client.IsConnected) is not null)
        {
            throw Refusal(error, client.IsConnected)!;
        }
    }

    /// <summary>In our own words: the server's often repeat the address.</summary>
    private static MailRefusedException? Refusal(Exception error, bool isConnected) => error switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refused => new($"Сервер не принимает письма для этого адреса (код {(int)refused.StatusCode}).", IsServerDown: false, error),
        SmtpCommandException refused => new($"Сервер отказал (код {(int)refused.StatusCode}).", IsServerDown: false, error),
        AuthenticationException => new("Сервер не принял имя или пароль почты.", IsServerDown: true, error),
        SslHandshakeException => new("Защищённое соединение с сервером не получилось.", IsServerDown: true, error),
        SocketException or IOException or TimeoutException or ProtocolException or ServiceNotConnectedException or OperationCanceledException { InnerException: TimeoutException } =>
            new(isConnected ? "Сервер прервал разговор." : "Сервер почты не отвечает.", IsServerDown: true, error),
        _ => null,
    };
}

/// <param name="message">For the administrator, without anybody's address.</param>
/// <param name="IsServerDown">The next letter would fare no better.</param>
/// <param name="cause">What happened.</param>
public sealed class MailRefusedException(string message, bool IsServerDown, Exception cause) : Exception(message, cause)
{
    public bool IsServerDown { get; } = IsServerDown;
}
